public import Measures
public import Records

extension Accountant {
  /// What a reader of a total over `members` must know: diverging estimates, unknown activities, links that
  /// may be missing.
  func findings(_ members: Set<Int>, _ sources: [Int]) -> [Finding] {
    var result: [Finding] = []
    for position in members.sorted() {
      let activity = graph.activities[position]
      let name = activity.id.description
      if activity.kind == "unknown" {
        result.append(
          Finding("unknown-activity", Phrase.unknownActivity.with(.code(name)), about: [name]))
      } else if activity.estimates.isEmpty && activity.budget.isEmpty {
        result.append(Finding("no-estimate", Phrase.noEstimate.with(.code(name)), about: [name]))
      }
      result += divergences(activity)
    }
    return result
  }

  /// Estimates farther from the reported one than the convention tolerates, as a share of the reported
  /// estimate (C(2025) 5045, annex, paragraph 123).
  private func divergences(_ activity: Activity) -> [Finding] {
    guard let tolerance = convention.tolerance else { return [] }
    let reported = activity.estimates.filter { $0.method == .reported && $0.bounds.best != nil }
    guard let reference = (reported.first { $0.standing == .closer } ?? reported.first)?.bounds.best else { return [] }
    return activity.estimates.compactMap { estimate in
      guard let value = estimate.bounds.best, value != reference else { return nil }
      let difference = value > reference ? value - reference : reference - value
      guard let allowed = try? tolerance.multiplied(by: Ratio(reference)), Ratio(difference) > allowed else { return nil }
      return Finding(
        "methods-diverge",
        Phrase.methodsDiverge.with(
          .code(activity.id.description), .code(estimate.method.rawValue), .amount(Ratio(value), .flop),
          .amount(Ratio(reference), .flop), .message(Phrase.percent.with(.count(Self.percent(tolerance))))),
        about: [activity.id.description, estimate.record.description], citation: convention.citation)
    }
  }

  private static func percent(_ share: Ratio) -> Int {
    Int((try? share.multiplied(by: Ratio(100)))?.rounded(.halfToEven) ?? 0)
  }
}

extension ComputeGraph {
  /// What the whole graph shows: names that look alike and that nobody joined, public figures that a
  /// dossier contradicts.
  public func findings(_ facts: Facts) -> [Finding] {
    lookAlikes(facts) + differencesFromPublic()
  }

  private func lookAlikes(_ facts: Facts) -> [Finding] {
    var groups: [String: [Record]] = [:]
    for record in facts.records(of: "artifact") {
      let name = record["name"]?.text ?? record.id.local
      let letters = name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      groups[String(String.UnicodeScalarView(letters)), default: []].append(record)
    }
    return groups.sorted { $0.key < $1.key }.compactMap { _, records in
      let names = Set(records.map { identity($0.id) }).map(\.description).sorted()
      guard names.count > 1 else { return nil }
      return Finding("look-alike", Phrase.lookAlike.with(.code(names.joined(separator: ", "))), about: names)
    }
  }

  private func differencesFromPublic() -> [Finding] {
    activities.flatMap { activity -> [Finding] in
      let shipped = activity.estimates.filter { $0.record.namespace == RecordReader.publicNamespace }
      let others = activity.estimates.filter { $0.record.namespace != RecordReader.publicNamespace }
      return others.compactMap { other in
        guard let theirs = shipped.first(where: { $0.bounds != other.bounds }) else { return nil }
        return Finding(
          "differs-from-public",
          Phrase.differsFromPublic.with(
            .code(other.record.description), .bounds(other.bounds.ratios, .flop), .bounds(theirs.bounds.ratios, .flop)),
          about: [activity.id.description, other.record.description])
      }
    }
  }
}
