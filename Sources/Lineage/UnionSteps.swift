/// What makes up the totals of some nodes, whatever the weights are: a batch of additions to be carried out.
///
/// Each step says: total[node] += total[base], and += the own weights of `extras`. Before the first step of all,
/// a node's total is its own weight. The passes over the graph only write steps; weights are read in
/// ``sum(own:total:)``, a short loop over one column at a time, in which the processor waits for many scattered
/// reads together. With three bounds that halves the time.
struct UnionSteps: ~Copyable {
  /// One node's additions.
  struct Step {
    var node: UInt32
    /// The node whose total is added, or `noBase`.
    var base: UInt32
    /// Where the step's extras end; they begin where those of the step before end.
    var end: UInt32
  }

  static let noBase = UInt32.max
  private static let capacity = 1 << 18
  /// A batch is carried out at the end of the step that fills it, so that it may hold more.
  private static let enoughExtras = 1 << 20

  private let steps: UnsafeMutablePointer<Step>
  private var count = 0
  private var extras: UnsafeMutablePointer<UInt32>
  private var extraCount = 0
  private var room = 1 << 12

  init() {
    steps = .allocate(capacity: Self.capacity)
    extras = .allocate(capacity: room)
  }

  deinit {
    steps.deallocate()
    extras.deallocate()
  }

  /// Time to carry the steps out and ``removeAll()``.
  var isFull: Bool { count == Self.capacity || extraCount >= Self.enoughExtras }

  /// Whether extras were added since the last step.
  var hasOpenExtras: Bool { extraCount > (count == 0 ? 0 : Int(steps[count - 1].end)) }

  mutating func removeAll() {
    count = 0
    extraCount = 0
  }

  /// Adds an own weight to the step that ``finish(node:base:)`` ends.
  @inline(__always)
  mutating func add(_ node: UInt32) {
    if extraCount == room { grow(to: 2 * room) }
    extras[extraCount] = node
    extraCount += 1
  }

  /// As ``add(_:)``, for several.
  @inline(__always)
  mutating func add(_ nodes: UnsafeBufferPointer<UInt32>) {
    if extraCount + nodes.count > room { grow(to: 2 * (extraCount + nodes.count)) }
    for node in nodes {
      extras[extraCount] = node
      extraCount += 1
    }
  }

  /// Ends the step of `node`. Only if not ``isFull``.
  @inline(__always)
  mutating func finish(node: Int, base: UInt32) {
    (steps + count).initialize(to: Step(node: UInt32(node), base: base, end: UInt32(extraCount)))
    count += 1
  }

  private mutating func grow(to newRoom: Int) {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: newRoom)
    larger.moveInitialize(from: extras, count: extraCount)
    extras.deallocate()
    extras = larger
    room = newRoom
  }

  /// Carries the steps out on one column of weights. Returns the first node whose total left 128 bits (it holds
  /// a wrong number then, and so may those after it), or `Int.max`.
  func sum(own: UnsafePointer<UInt128>, total: UnsafeMutablePointer<UInt128>) -> Int {
    var overflowed = Int.max
    var next = 0
    for index in 0..<count {
      let step = steps[index]
      var (sum, carried) = (total[Int(step.node)], false)
      if step.base != Self.noBase {
        (sum, carried) = sum.addingReportingOverflow(total[Int(step.base)])
      }
      while next < Int(step.end) {
        let (larger, carry) = sum.addingReportingOverflow(own[Int(extras[next])])
        sum = larger
        carried = carried || carry
        next += 1
      }
      total[Int(step.node)] = sum
      if carried { overflowed = min(overflowed, Int(step.node)) }
    }
    return overflowed
  }

  /// The same for what is true of any: a union instead of a sum.
  func union<Marks: OptionSet>(own: UnsafePointer<Marks>, total: UnsafeMutablePointer<Marks>) {
    var next = 0
    for index in 0..<count {
      let step = steps[index]
      var marks = total[Int(step.node)]
      if step.base != Self.noBase { marks.formUnion(total[Int(step.base)]) }
      while next < Int(step.end) {
        marks.formUnion(own[Int(extras[next])])
        next += 1
      }
      total[Int(step.node)] = marks
    }
  }
}
