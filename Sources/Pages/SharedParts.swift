import Measures

/// Parts of a long page that several subjects have word for word: each is written once and linked from them.
struct SharedParts {
  private let words: PageWords
  private var counts: [Markup: Int] = [:]
  /// The parts that were linked.
  private(set) var blocks: [(title: String, body: Markup, anchor: String)] = []
  private var numbers: [Markup: Int] = [:]

  init(_ words: PageWords) { self.words = words }

  /// Hears of a part before any is written.
  mutating func note(_ body: Markup) { counts[body, default: 0] += 1 }

  /// The part itself, or a link to it where others have the same one.
  mutating func place(_ body: Markup, title: String, link: Phrase, _ templates: Templates) throws(PageError)
    -> Markup
  {
    guard isShared(body), let count = counts[body] else { return body }
    if numbers[body] == nil {
      numbers[body] = blocks.count + 1
      blocks.append((title, body, "x\(blocks.count + 1)"))
    }
    return try templates.fill(
      "sharedlink",
      [
        "anchor": .text("x\(numbers[body] ?? 0)"), "word": .text(words.say(link.with(.count(count - 1)))),
      ])
  }

  /// Whether several subjects have it.
  func isShared(_ body: Markup) -> Bool { counts[body, default: 0] > 1 && !body.isNull }

  /// What the page writes of a part that was linked.
  func fields(_ block: (title: String, body: Markup, anchor: String)) -> Fields {
    [
      "anchor": .text(block.anchor), "title": .text(block.title), "body": .markup(block.body),
      "count": .text(words.say(Phrase.pageSharedBy.with(.count(counts[block.body] ?? 0)))),
    ]
  }
}

/// Clauses that stand in the trees of several subjects with the same facts.
struct SharedClauses {
  /// How many subjects make it worth a place of its own.
  private static let enough = 3

  private let anchors: [Explanation: String]
  /// Those that a tree named, in that order.
  private(set) var used: [Explanation] = []

  static let none = SharedClauses([])

  /// - Parameter trees: the explanations that stand under each subject.
  init(_ trees: [[Explanation]]) {
    var counts: [Explanation: Int] = [:]
    for tree in trees {
      for clause in tree.reduce(into: Set<Explanation>(), { $1.collectClauses(into: &$0) }) {
        counts[clause, default: 0] += 1
      }
    }
    var anchors: [Explanation: String] = [:]
    func number(_ clause: Explanation) {
      if counts[clause, default: 0] >= Self.enough, anchors[clause] == nil {
        anchors[clause] = "c\(anchors.count + 1)"
      }
      clause.parts.forEach(number)
    }
    trees.joined().forEach(number)
    self.anchors = anchors
  }

  func anchor(_ clause: Explanation) -> String? { anchors[clause] }

  mutating func name(_ clause: Explanation) -> String? {
    guard let anchor = anchors[clause] else { return nil }
    if !used.contains(clause) { used.append(clause) }
    return anchor
  }
}

extension Explanation {
  /// This clause and those below it that have clauses of their own.
  fileprivate func collectClauses(into found: inout Set<Explanation>) {
    guard !parts.isEmpty else { return }
    found.insert(self)
    for part in parts { part.collectClauses(into: &found) }
  }
}
