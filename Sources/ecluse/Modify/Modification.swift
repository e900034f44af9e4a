import Exchange
import Lineage
import Measures
import Records
import RecordsIO
import Regimes

/// A modification of a model of the public record, as the few records that say it.
struct Modification {
  /// Whose file it is; the company and the model in it.
  static let (namespace, party, model) = ("modifier", "modifier", "modified")

  let base: GlobalID
  let effort: Effort
  /// Whether nobody stated that the original’s compute cannot be known.
  let isBaseKnown: Bool
  let text: DossierText
  /// The public record and the modification together.
  let workspace: Workspace
  /// The day of the question, and that on which the run is over.
  let (asked, done): (Instant, Instant)

  var id: GlobalID { GlobalID(Self.namespace, "artifact", Self.model) }
  var run: GlobalID { GlobalID(Self.namespace, "activity", "\(Self.model)/fine-tuning") }
  var isPlanned: Bool { asked < done }

  /// - Throws: ``Problems`` with everything that is wrong, by the options that say it.
  init(
    of name: String, by effort: Effort, from: Moment?, places: String?, seat: String?, asOf: Moment,
    isBaseKnown: Bool, in language: Language, _ shipped: Workspace
  ) throws(Problems) {
    base = try shipped.ids(named: [name], kinds: ["artifact"])[0]
    self.effort = effort
    self.isBaseKnown = isBaseKnown
    let estimates = effort.estimates(of: shipped.tables.facts(asOf: asOf.last, knownAt: nil)[base])
    var problems = estimates.problems
    // A run that is planned begins later; one that is done ended by the day of the question.
    let first = from?.first.date ?? CivilDate(daysSinceEpoch: asOf.last.date.daysSinceEpoch - effort.days)
    let last = CivilDate(daysSinceEpoch: first.daysSinceEpoch + effort.days)
    if let from, from.first < asOf.first {
      problems.append(
        Problem(
          .contradiction, at: nil, field: "--from", rule: Phrase.planPast.with(.date(from), .date(asOf)),
          remedy: Phrase.planPastRemedy.message))
    }
    guard problems.isEmpty || from == nil else { throw Problems(problems) }
    text = Self.text(
      base, shipped, estimates.values, span: (first, last), stated: from == nil ? nil : asOf, places: places,
      seat: seat, isBaseKnown: isBaseKnown, language)
    (asked, done) = (asOf.last, from == nil ? asOf.last : max(asOf.last, Moment.day(last).last))
    let read = shipped.adding(text)
    problems += read.problems.map(Self.byOption)
    guard problems.isEmpty else { throw Problems(problems) }
    workspace = read.workspace
  }

  // MARK: Records

  private static func text(
    _ base: GlobalID, _ shipped: Workspace, _ estimates: [WrittenValue], span: (CivilDate, CivilDate),
    stated: Moment?, places: String?, seat: String?, isBaseKnown: Bool, _ language: Language
  ) -> DossierText {
    func say(_ phrase: Phrase) -> String { phrase.message.text(language) }
    let facts = shipped.tables.facts(asOf: Moment.day(span.1).last, knownAt: nil)
    let title = facts[base]?["name"]?.text ?? base.local
    let name = Phrase.modifyName.with(.code(title)).text(language)
    var artifact: [WrittenField] = [.text("name", name)]
    for key in ["parameters", "generates"] {
      if let value = facts[base]?[key] {
        let comment = key == "parameters" ? say(.modifyAsBase) : nil
        artifact.append(
          WrittenField(key, WrittenValue(value.json, order: ["low", "best", "high"]), comment: comment))
      }
    }
    var party: [WrittenField] = [.text("name", say(.modifyUs))]
    if let seat { party.append(.plain("seat", seat)) }
    party.append(
      WrittenField(
        "roles", .list([.group([.plain("role", "developer")]), .group([.plain("role", "provider")])])))
    var run: [WrittenField] = [.plain("kind", "fine-tuning"), .plain("by", Self.party)]
    if let stated { run.append(.plain("stated", stated.description)) }
    run += [
      .plain("from", span.0.description), .plain("to", span.1.description),
      WrittenField("uses", .list([.group([.plain("artifact", "\(base)"), .plain("as", "base-weights")])])),
      .plain("produces", Self.model), .words("complete", ["uses"]),
      WrittenField(
        stated == nil ? "compute" : "budget", .list(estimates), comment: say(.modifyComputeComment)),
    ]
    var records = [
      WrittenRecord("party", Self.party, party, comments: [say(.modifyPartyComment)]),
      WrittenRecord("artifact", Self.model, artifact),
      WrittenRecord("activity", "\(Self.model)/fine-tuning", run),
    ]
    if let places {
      var service: [WrittenField] = [.plain("model", Self.model), .plain("by", Self.party)]
      if let stated { service.append(.plain("stated", stated.description)) }
      service += [
        .words(
          "available-in", places.split(separator: ",", omittingEmptySubsequences: false).map(String.init)),
        .plain("access", "api"), .plain("from", span.1.description),
      ]
      records.append(WrittenRecord("deployment", "\(Self.model)/service", service))
    }
    if !isBaseKnown {
      records.append(
        WrittenRecord(
          "not-estimable", "original-compute",
          [
            .plain("about", "\(base)"), .plain("decision", "stated"),
            .plain("at", (stated ?? .day(span.1)).description),
          ]))
    }
    return DossierText(
      namespace: Self.namespace, comments: [say(.modifyHeader)], records: records)
  }

  /// What is wrong, by the option that says it.
  private static func byOption(_ problem: Problem) -> Problem {
    let options = [
      "chips": "--gpus", "hours": "--hours", "utilisation": "--utilisation", "tokens": "--tokens",
      "value": "--flop", "available-in": "--where", "seat": "--seat", "peak": "--peak",
    ]
    let parts = (problem.field ?? "").split(whereSeparator: { ".[/ ".contains($0) }).map(String.init)
    let isEstimate = parts.first == "compute" || parts.first == "budget"
    let option =
      parts.lazy.reversed().compactMap { options[$0] }.first
      ?? (isEstimate ? problem.code == .unknownWord ? "--gpus" : "--utilisation" : nil)
    return Problem(
      problem.code, at: nil, field: option ?? problem.field, rule: problem.rule, remedy: problem.remedy)
  }
}

extension Workspace {
  /// The same with a dossier of its own, and everything that is wrong with that.
  func adding(_ text: DossierText) -> (workspace: Workspace, problems: [Problem]) {
    let shipped = publicRecord?.records ?? []
    let reading = RecordReader.reading([text.tree(file: "")], places: places, known: shipped.map(\.id))
    let own = reading.dossier.records
    let result = Workspace(
      tables: Tables(shipped + own), estimator: estimator, library: library, places: places,
      dossier: reading.dossier, publicRecord: publicRecord, drafts: [], ledger: nil, doubts: [], folder: nil)
    return (result, reading.problems + estimator.problems(in: own).filter { !reading.follows($0) })
  }
}
