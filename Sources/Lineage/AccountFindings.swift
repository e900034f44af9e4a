package import Measures
package import Records

extension Accountant {
  /// What a reader of the total of `id` must know.
  package func findings(about id: GlobalID) -> [Finding] {
    let members = ancestors(of: graph.sources(of: id)).filter { counts($0) }
    guard let total = try? sum(members, atCompletion: false) else { return [] }
    return findings(members, id, total)
  }

  /// What a reader of a total over `members`, ascending, must know: diverging estimates, unknown activities, links that
  /// may be missing, a published total that ours contradicts, a name that looks like another.
  func findings(_ members: [Int], _ subject: GlobalID, _ total: Bounds<UInt128>) -> [Finding] {
    var result: [Finding] = []
    if !graph.findings.isEmpty { result += concerned.findings(members, subject).map { graph.findings[$0] } }
    for reported in graph.reportedTotals[graph.identity(subject)] ?? []
    where !total.ratios.overlaps(reported.printedBounds) {
      result.append(
        Finding(
          "total-differs",
          Phrase.totalDiffers.with(
            .bounds(total.ratios, .flop), .amount(reported.value, .flop), .word(convention.bareName)),
          about: [subject.description]))
    }
    return result + members.flatMap { findings(ofActivity: $0) }
  }

  /// The codes of what a reader must know wherever an activity counts.
  func codes(ofActivity position: Int) -> Set<String> {
    Set(findings(ofActivity: position).map(\.code) + concerned.codes(ofActivity: position))
  }

  /// The codes of what a reader must know of a total beside what follows from the activities in it.
  func codes(about subject: GlobalID, _ total: Bounds<UInt128>) -> Set<String> {
    Set(findings([], subject, total).map(\.code))
  }

  /// What a reader must know of one activity, worked out once for all totals.
  private func findings(ofActivity position: Int) -> [Finding] {
    if let known = stated[position] { return known }
    let activity = graph.activities[position]
    let name = activity.id.description
    var result: [Finding] = []
    if activity.kind == "unknown" {
      let phrase = activity.records.isEmpty ? Phrase.unknownActivity : .hiddenActivity
      result.append(Finding("unknown-activity", phrase.with(.code(name)), about: [name]))
    } else if activity.estimates.allSatisfy(\.isByStranger) && activity.budget.isEmpty {
      result.append(Finding("no-estimate", Phrase.noEstimate.with(.code(name)), about: [name]))
    }
    result += divergences(activity)
    stated[position] = result
    return result
  }

  /// Estimates farther from the reported one than the convention tolerates, as a share of the reported estimate (C(2025)
  /// 5045, annex, paragraph 123); among the others, farther from the least of them, as a share of that.
  private func divergences(_ activity: Activity) -> [Finding] {
    guard let tolerance = convention.tolerance else { return [] }
    let said = activity.estimates.filter { $0.bounds.best != nil }
    let reported = said.filter { $0.method == .reported }
    let others = said.filter { $0.method != .reported }
    return divergences(
      of: said, from: reported.first { $0.standing.isCloser } ?? reported.first, tolerance, activity)
      + divergences(
        of: others, from: others.min { ($0.bounds.best ?? 0) < ($1.bounds.best ?? 0) }, tolerance, activity)
  }

  private func divergences(
    of estimates: [Estimate], from other: Estimate?, _ tolerance: Ratio, _ activity: Activity
  ) -> [Finding] {
    guard let other, let reference = other.bounds.best else { return [] }
    return estimates.compactMap { estimate in
      guard let value = estimate.bounds.best, value != reference else { return nil }
      let difference = value > reference ? value - reference : reference - value
      guard let allowed = try? tolerance.multiplied(by: Ratio(reference)), Ratio(difference) > allowed else {
        return nil
      }
      return Finding(
        "methods-diverge",
        Phrase.methodsDiverge.with(
          .code(activity.id.description), .word(estimate.method.rawValue), .amount(Ratio(value), .flop),
          .word(other.method.rawValue), .amount(Ratio(reference), .flop),
          .message(Phrase.percent.with(.count(Self.percent(tolerance))))),
        about: [activity.id.description, estimate.record.description], citation: convention.citation)
    }
  }

  private static func percent(_ share: Ratio) -> Int {
    Int((try? share.multiplied(by: Ratio(100)))?.rounded(.halfToEven) ?? 0)
  }
}

/// Whom the findings of a whole graph are about.
struct Concerned {
  private let all: [Finding]
  private let byName: [String: [Int]]
  private let byPosition: [[Int]]

  init(_ graph: ComputeGraph) {
    var byName: [String: [Int]] = [:]
    for (index, finding) in graph.findings.enumerated() {
      for name in finding.about { byName[name, default: []].append(index) }
    }
    self.byName = byName
    all = graph.findings
    byPosition = byName.isEmpty ? [] : graph.activities.map { byName[$0.id.description] ?? [] }
  }

  /// The codes of the findings about an activity.
  func codes(ofActivity position: Int) -> [String] {
    byPosition.isEmpty ? [] : byPosition[position].map { all[$0].code }
  }

  /// The places, in order, of the findings about a subject or any of the activities behind it.
  func findings(_ members: [Int], _ subject: GlobalID) -> [Int] {
    var found = Set(byName[subject.description] ?? [])
    for position in members where !byPosition[position].isEmpty { found.formUnion(byPosition[position]) }
    return found.sorted()
  }
}

/// What a whole graph shows.
enum GraphFindings {
  /// Names that differ in spelling only and that nobody joined.
  static func lookAlikes(_ facts: Facts, _ identity: Identity) -> [Finding] {
    var groups: [[UInt8]: [Record]] = [:]
    for record in facts.records(of: "artifact") {
      let name = record["name"]?.text ?? record.id.local
      let letters = name.lowercased().utf8.filter {
        $0 >= 0x80 || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
      }
      groups[letters, default: []].append(record)
    }
    return groups.values.compactMap { records in
      let things = Set(records.map { identity($0.id) }).sorted()
      let isOpen = things.indices.contains { index in
        things[..<index].contains { identity.areSame($0, things[index]) == .fails }
      }
      guard isOpen else { return nil }
      let names = things.map(\.description)
      return Finding("look-alike", Phrase.lookAlike.with(.code(names.joined(separator: ", "))), about: names)
    }.sorted { $0.about.lexicographicallyPrecedes($1.about) }
  }

  /// Estimates that say something else than the public record.
  static func differencesFromPublic(_ activities: [Activity]) -> [Finding] {
    activities.flatMap { activity -> [Finding] in
      let shipped = activity.estimates.filter { $0.record.namespace == RecordReader.publicNamespace }
      let others = activity.estimates.filter { $0.record.namespace != RecordReader.publicNamespace }
      return others.compactMap { other in
        guard let theirs = shipped.first(where: { $0.bounds != other.bounds }) else { return nil }
        return Finding(
          "differs-from-public",
          Phrase.differsFromPublic.with(
            .code(other.record.description), .bounds(other.bounds.ratios, .flop),
            .bounds(theirs.bounds.ratios, .flop)),
          about: [activity.id.description, other.record.description])
      }
    }
  }
}
