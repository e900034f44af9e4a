import Measures

/// Parts of a long page that several subjects have word for word: each is written once and linked from them.
struct SharedParts {
  private let words: PageWords
  private var counts: [Markup: Int] = [:]
  /// The parts that were linked.
  private(set) var blocks: [(title: String, body: Markup, anchor: String)] = []
  /// In the order in which they were heard of.
  private var anchors: [Markup: String] = [:]
  private var linked: Set<Markup> = []

  init(_ words: PageWords) { self.words = words }

  /// Hears of a part before any is written.
  mutating func note(_ body: Markup) {
    counts[body, default: 0] += 1
    if anchors[body] == nil { anchors[body] = "x\(anchors.count + 1)" }
  }

  /// The part itself, or a link to it where others have the same one.
  /// - Parameter link: how the link is named where one other has it, and where several have.
  mutating func place(
    _ body: Markup, title: String, link: (one: Phrase, several: Phrase), _ templates: Templates
  ) throws(PageError) -> Markup {
    guard isShared(body), let count = counts[body], let anchor = anchors[body] else { return body }
    if linked.insert(body).inserted { blocks.append((title, body, anchor)) }
    return try templates.fill(
      "sharedlink",
      [
        "anchor": .text(anchor),
        "word": .text(
          words.say(count == 2 ? link.one.message : link.several.with(.count(count - 1)))),
      ])
  }

  /// Whether several subjects have it.
  func isShared(_ body: Markup) -> Bool { counts[body, default: 0] > 1 && !body.isNull }

  /// Whether it was linked.
  func isLinked(_ body: Markup) -> Bool { linked.contains(body) }

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
  private static let enough = 2

  private var numbers = ClauseNumbers()
  private var anchors: [Int: String] = [:]
  private var named: Set<Int> = []
  /// Those that a tree named, in that order.
  private(set) var used: [(clause: Explanation, anchor: String)] = []

  static let none = SharedClauses([])

  /// - Parameter trees: the explanations that stand under each subject.
  init(_ trees: [[Explanation]]) {
    var counts: [Int: Int] = [:]
    for tree in trees {
      var found: Set<Int> = []
      for clause in tree { collect(clause, into: &found) }
      for number in found { counts[number, default: 0] += 1 }
    }
    for (number, count) in counts where count >= Self.enough { anchors[number] = "c\(number)" }
  }

  /// The number of a clause and of those below it that are written with clauses of their own.
  private mutating func collect(_ clause: Explanation, into found: inout Set<Int>) {
    let shown = clause.simplified
    guard !shown.parts.isEmpty, found.insert(numbers.number(of: clause)).inserted else { return }
    for part in shown.parts where !shown.cuts(part) { collect(part, into: &found) }
  }

  /// The clauses with clauses of their own that these trees would write more than once.
  mutating func repeated(in trees: [Explanation]) -> Set<Int> {
    var (seen, result): (Set<Int>, Set<Int>) = ([], [])
    func look(_ clause: Explanation, _ numbers: inout ClauseNumbers) {
      let shown = clause.simplified
      guard !shown.parts.isEmpty else { return }
      let number = numbers.number(of: clause)
      guard seen.insert(number).inserted else {
        result.insert(number)
        return
      }
      guard anchors[number] == nil else { return }
      for part in shown.parts where !shown.cuts(part) { look(part, &numbers) }
    }
    for tree in trees { look(tree, &numbers) }
    return result
  }

  /// What a clause is known by.
  mutating func number(of clause: Explanation) -> Int { numbers.number(of: clause) }

  /// Where it stands, if several subjects have it.
  func anchor(_ number: Int) -> String? { anchors[number] }

  /// The same for a tree that leads there.
  mutating func name(_ clause: Explanation, _ number: Int) -> String? {
    guard let anchor = anchors[number] else { return nil }
    if named.insert(number).inserted { used.append((clause, anchor)) }
    return anchor
  }
}
