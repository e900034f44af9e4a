/// One step of a straight-line program over three-valued answers. Numbers are positions of earlier steps.
enum RuleStep: Hashable, Sendable {
  /// Always the same.
  case constant(holds: Bool, isPossible: Bool)
  /// The answer to a question that is asked of the subject itself.
  case question(Int)
  /// Both.
  case all(Int, Int)
  /// At least one.
  case any(Int, Int)
  /// The opposite.
  case not(Int)
  /// The first, unless the second holds.
  case unless(Int, Int)
  /// The first, where the second is excluded.
  case onlyWithout(Int, Int)
}

/// The answers of 256 subjects to one question, a bit each.
typealias Lane = SIMD4<UInt64>

/// Three-valued answers as two planes: what holds, and what holds or cannot be excluded.
struct Truths: Sendable {
  var holds: Lane
  var possible: Lane

  static let fails = Truths(holds: .zero, possible: .zero)

  init(holds: Lane, possible: Lane) {
    self.holds = holds
    self.possible = possible
  }

  /// The same for every subject.
  init(holds: Bool, isPossible: Bool) {
    self.init(
      holds: Lane(repeating: holds ? .max : 0), possible: Lane(repeating: isPossible ? .max : 0))
  }

  /// What others say of the subjects in `mask`.
  mutating func put(_ others: Truths, where mask: Lane) {
    holds = (holds & ~mask) | (others.holds & mask)
    possible = (possible & ~mask) | (others.possible & mask)
  }

  /// Adds what holds or may hold of the subjects in `mask`.
  mutating func add(_ others: Truths, where mask: Lane) {
    holds |= others.holds & mask
    possible |= others.possible & mask
  }

  static func & (left: Truths, right: Truths) -> Truths {
    Truths(holds: left.holds & right.holds, possible: left.possible & right.possible)
  }

  static func | (left: Truths, right: Truths) -> Truths {
    Truths(holds: left.holds | right.holds, possible: left.possible | right.possible)
  }

  static prefix func ! (one: Truths) -> Truths {
    Truths(holds: ~one.possible, possible: ~one.holds)
  }

  /// These, unless the others hold: what cannot be excluded lifts nothing.
  func unless(_ others: Truths) -> Truths {
    Truths(holds: holds & ~others.holds, possible: possible & ~others.holds)
  }
}

/// Steps that share what they have in common, and the questions that they ask.
struct RuleSteps: Sendable {
  private(set) var steps: [RuleStep] = []
  private(set) var questions: [BulkQuestion] = []
  private var known: [RuleStep: Int] = [:]
  private var asked: [BulkQuestion: Int] = [:]

  /// The position of a step, added if it is new.
  mutating func position(_ step: RuleStep) -> Int {
    if let position = known[step] { return position }
    steps.append(step)
    known[step] = steps.count - 1
    return steps.count - 1
  }

  /// The position of the answer to a question.
  mutating func position(asking question: BulkQuestion) -> Int {
    if let number = asked[question] { return position(.question(number)) }
    questions.append(question)
    asked[question] = questions.count - 1
    return position(.question(questions.count - 1))
  }

  mutating func constant(holds: Bool, isPossible: Bool) -> Int {
    position(.constant(holds: holds, isPossible: isPossible))
  }

  mutating func all(_ parts: [Int]) -> Int {
    guard let first = parts.first else { return constant(holds: true, isPossible: true) }
    return parts.dropFirst().reduce(first) { position(.all($0, $1)) }
  }

  mutating func any(_ parts: [Int]) -> Int {
    guard let first = parts.first else { return constant(holds: false, isPossible: false) }
    return parts.dropFirst().reduce(first) { position(.any($0, $1)) }
  }

  /// Works out every step for 256 subjects; `answer` gives those of a question.
  func run(_ truths: inout [Truths], _ answer: (Int) -> Truths) {
    for (position, step) in steps.enumerated() {
      truths[position] =
        switch step {
        case .constant(let holds, let isPossible): Truths(holds: holds, isPossible: isPossible)
        case .question(let number): answer(number)
        case .all(let left, let right): truths[left] & truths[right]
        case .any(let left, let right): truths[left] | truths[right]
        case .not(let part): !truths[part]
        case .unless(let first, let other): truths[first].unless(truths[other])
        case .onlyWithout(let first, let other): truths[first] & !truths[other]
        }
    }
  }
}
