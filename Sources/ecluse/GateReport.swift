import Lineage
import Measures
import Records
import Regimes

/// The answer of one gate: what binding regimes say, and beside it what others would close.
struct GateReport {
  let id: GlobalID
  let asOf: Instant
  let knownAt: Instant?
  let gate: GateState
  let wouldClose: [GateState.Reason]
  /// Regimes that bind, were left out of the question and keep the gate from being open.
  private let facts: Facts
  private let leftOut: [String]
  /// Articles that apply only to the deployment that the question supposes.
  private let supposed: Set<String>
  /// Whether the subject or its lineage is of the public record.
  private let usesPublicRecord: Bool
  /// Whether anything is said of the subject at the as-of date, among what is known.
  private let isRecorded: Bool
  /// What people call it.
  private let name: String?
  private let packs: [RegimePack]
  private let library: RegimeLibrary

  init(
    _ workspace: Workspace, _ facts: Facts, _ graph: ComputeGraph, of id: GlobalID, _ action: Action,
    in place: String, _ packs: [RegimePack], detail: Judge.Detail = .clauses
  ) {
    self.id = id
    name = facts[id]?["name"]?.text?.shownSafely
    self.packs = packs
    (asOf, knownAt) = (facts.asOf, facts.knownAt)
    self.facts = facts
    library = workspace.library
    let judge = Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator, detail: detail)
    let chosen = judge.gate(id, action, in: place, packs)
    usesPublicRecord = graph.restsOnPublicRecord([id, judge.model(of: id)].compactMap { $0 })
    // A gate is not open while a regime that binds and was left out would close it.
    let others = chosen.state == .open ? Assessment.others(packs, library) : []
    let rest = others.isEmpty ? chosen : judge.gate(id, action, in: place, others)
    leftOut = others.isEmpty ? [] : Set(rest.because.map(\.regime)).sorted()
    let answer = rest.state == .open || others.isEmpty ? chosen : rest.ofRegimesLeftOut
    isRecorded = facts[id] != nil || facts.withdrawn[id] != nil
    gate = isRecorded ? answer : answer.ofUnrecorded
    let binding = Set(gate.because.map(\.key))
    wouldClose = judge.gate(id, action, in: place, packs, evenIfNotBinding: true).because.filter {
      !binding.contains($0.key)
    }
    supposed = Set(
      (gate.because + wouldClose).filter { reason in
        packs.contains { $0.id == reason.regime && reason.isOfSupposedDeployment(judge.determine(id, $0)) }
      }.map(\.key))
  }

  var json: JSON {
    JSON.object([
      "ecluse": .int(1), "subject": .string(id.full), "asOf": .string(asOf.description),
      "gate": gate.json, "recorded": .bool(isRecorded),
      "publicRecord": .bool(id.namespace == RecordReader.publicNamespace),
      "wouldClose": .array(
        wouldClose.map { reason in
          .object([
            "regime": .string(reason.regime), "article": .string(reason.article),
            "state": .string(reason.state.rawValue), "where": .optional(reason.country),
          ])
        }),
      "packs": .array(
        packs.map { $0.named(asked: true) }
          + Assessment.others(packs, library).map { $0.named(asked: false) }),
      "inputs": Determination.inputs(
        knownAt,
        Explanation.facts(of: (gate.because + wouldClose).flatMap { [$0.why, $0.unless] }.compactMap(\.self))),
    ])
  }

  func lines(_ style: TextStyle) -> [String] {
    let isUngoverned = !gate.isGoverned && gate.state == .open
    let state = isUngoverned ? style.say(.noRule) : style(style.say(gate.state.phrase), gate.state.tone)
    let title = name.map { "\(style($0, .bold))  \(style(id.description, .faint))" }
    let head =
      "\(title ?? style(id.description, .bold)) · \(style.say(gate.action.phrase)) · \(gate.place(style))"
    var said = [style.say(Phrase.labelled.with(.code(head), .code(state)))]
    if !isRecorded { said.append(style.say(Phrase.notYetRecorded.with(.date(.instant(asOf))))) }
    if !leftOut.isEmpty {
      said.append(style.say(Phrase.leftOutCloses.with(.code(leftOut.joined(separator: ", ")))))
    }
    said += gate.because.flatMap { lines(of: $0, $0.state.phrase.message, style) }
    let ways = gate.ways(style)
    said += ways.map { "  \($0)" }
    let (heading, points) = gate.openings(style)
    if !points.isEmpty { said.append("  " + style.say(heading)) }
    said += points.map { "    \($0)" }
    if !wouldClose.isEmpty { said.append(style.say(.wouldBind)) }
    said += wouldClose.flatMap {
      lines(of: $0, Phrase.would.with(.message($0.state.phrase.message)), style)
    }
    if usesPublicRecord { said.append(style(style.say(.publicNotice), .faint)) }
    return said + Assessment.leftOut(packs, library, facts, style)
  }

  /// An article that keeps the gate from being open, or would.
  private func lines(
    of reason: GateState.Reason, _ state: Message, _ style: TextStyle
  ) -> [String] {
    let country = reason.country.map { " (\(style.word($0)))" } ?? ""
    let name = "\(reason.regime) \(reason.article)\(country)"
    let head = Phrase.labelled.with(.code(name), .code(style(style.say(state), reason.state.tone)))
    let remark =
      supposed.contains(reason.key)
      ? ["    " + style.say(Phrase.onSupposed.with(.code(reason.article)))] : []
    return ["  " + style.say(head), "    \(reason.says[style.language])"] + remark
      + [style("    \(style.source(reason.citation))", .faint)]
  }
}

extension RegimePack {
  /// Which text it is, and whether the question was asked of it.
  fileprivate func named(asked: Bool) -> JSON {
    .object([
      "regime": .string(id), "version": .string(version), "packDigest": .string(digest),
      "asked": .bool(asked),
    ])
  }
}

extension GateState.Reason {
  /// The regime and the article.
  fileprivate var key: String { "\(regime):\(article)" }
}
