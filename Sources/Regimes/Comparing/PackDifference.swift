import Lineage
import Measures
import Records

/// What two packs say differently: numbers, articles and their parts, and the frame around them. Where each stands and the
/// words in which it is retold do not count.
package struct PackDifference: Sendable {
  /// The pack before and the pack after.
  package let (old, new): (RegimePack, RegimePack)
  /// Numbers that differ, or that only one of them has.
  package let numbers: [Change<Parameter>]
  /// Articles that differ, or that only one of them has.
  package let articles: [ArticleChange]
  /// Keys of the head that differ: status, dates, to whom it applies.
  package let head: [String]
  /// Scales and conventions that differ, or that only one of them has.
  package let (scales, conventions): ([String], [String])

  /// Something before and after; one of them is there.
  package struct Change<Thing: Sendable>: Sendable {
    package let (old, new): (Thing?, Thing?)
  }

  /// An article before and after, and of one that both have the parts that differ.
  package struct ArticleChange: Sendable {
    /// The article.
    package let (old, new): (Article?, Article?)
    /// The parts that differ.
    package let parts: [Change<RulePart>]

    /// Its id.
    package var id: String { (new ?? old)?.id ?? "" }
  }

  /// Compares two packs, articles and numbers by their names.
  package init(_ old: RegimePack, _ new: RegimePack) {
    (self.old, self.new) = (old, new)
    let (before, after) = (RuleCode(pack: old), RuleCode(pack: new))
    numbers = Set(old.parameters.keys).union(new.parameters.keys).sorted().compactMap { name in
      let change = Change(old: old.parameters[name], new: new.parameters[name])
      return Self.isSame(change) ? nil : change
    }
    let later = new.articles.filter { old.article($0.id) == nil }
    articles =
      old.articles.compactMap { Self.change($0, new.article($0.id), before, after) }
      + later.map { ArticleChange(old: nil, new: $0, parts: []) }
    head = Self.head(old, new, before, after)
    scales = Self.differing(
      old.scales.map { ($0.name, before.code($0)) }, new.scales.map { ($0.name, after.code($0)) })
    conventions = Set(old.conventions.keys).union(new.conventions.keys).sorted().filter {
      Self.nameless($0, old) != Self.nameless($0, new)
    }
  }

  /// Whether they say the same.
  package var isEmpty: Bool {
    numbers.isEmpty && articles.isEmpty && head.isEmpty && scales.isEmpty && conventions.isEmpty
  }

  private static func isSame(_ change: Change<Parameter>) -> Bool {
    guard let old = change.old, let new = change.new else { return false }
    return old.content == new.content && old.floor == new.floor && old.mayChange == new.mayChange
      && old.isContext == new.isContext && old.isExample == new.isExample
  }

  private static func change(
    _ old: Article, _ new: Article?, _ before: RuleCode, _ after: RuleCode
  ) -> ArticleChange? {
    guard let new else { return ArticleChange(old: old, new: nil, parts: []) }
    let (first, second) = (old.parts, new.parts)
    let known = Set(first.map(\.place))
    let parts =
      first.compactMap { part -> Change<RulePart>? in
        let other = second.first { $0.place == part.place }
        if let other, before.code(part.content) == after.code(other.content) { return nil }
        return Change(old: part, new: other)
      } + second.filter { !known.contains($0.place) }.map { Change(old: nil, new: $0) }
    return parts.isEmpty ? nil : ArticleChange(old: old, new: new, parts: parts)
  }

  private static func head(
    _ old: RegimePack, _ new: RegimePack, _ before: RuleCode, _ after: RuleCode
  ) -> [String] {
    var head: [String] = []
    if old.status != new.status { head.append("status") }
    if old.jurisdiction != new.jurisdiction { head.append("jurisdiction") }
    if (old.from, old.to, old.needsAdoption) != (new.from, new.to, new.needsAdoption) {
      head.append("in-force")
    }
    let nexus = (old.nexus, new.nexus)
    func code(_ nexus: RegimePack.Nexus?, _ rules: RuleCode) -> JSON? {
      nexus.map { .array([.string($0.appliesTo.rawValue), rules.code(.condition($0.when))]) }
    }
    if code(nexus.0, before) != code(nexus.1, after) { head.append("nexus") }
    return head
  }

  /// A convention with its numbers and without the name of its pack.
  private static func nameless(_ name: String, _ pack: RegimePack) -> CountingConvention? {
    guard var convention = pack.conventions[name]?.resolved(pack.parameters) else { return nil }
    convention.name = ""
    convention.citation = Citation(document: "", locus: "", checked: .primary)
    convention.details = convention.details.mapValues { pack.parameters[$0]?.content.written ?? $0 }
    return convention
  }

  private static func differing(_ old: [(String, JSON)], _ new: [(String, JSON)]) -> [String] {
    let before = Dictionary(old) { first, _ in first }
    let after = Dictionary(new) { first, _ in first }
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }
}

extension RuleCode {
  func code(_ scale: Scale) -> JSON {
    .array(
      [.string(scale.appliesTo.rawValue)]
        + scale.steps.map { .array([.string($0.name), $0.when.map { code(.condition($0)) } ?? .null]) })
  }
}
