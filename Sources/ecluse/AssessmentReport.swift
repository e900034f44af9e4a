import Lineage
import Measures
import Records
import Regimes

/// An assessment for people: a table of many subjects, or the clauses of a few.
struct AssessmentReport {
  let assessment: Assessment
  let showAll: Bool
  let style: TextStyle

  /// How many models the table shows unless all are asked for.
  private static let limit = 25

  private var byModel: [(GlobalID, [Determination])] {
    assessment.subjects.map { id in (id, assessment.determinations.filter { $0.subject == id }) }
  }

  func text() -> String {
    var lines = [
      style("Écluse", .bold) + " · "
        + Phrase.asOf.with(.code(assessment.facts.asOf.date.description)).text(style.language)
    ]
    if assessment.subjects.contains(where: { $0.namespace == RecordReader.publicNamespace }) {
      lines.append(style.say(.publicNotice))
    }
    lines += assessment.subjects.count > 12 ? summary() : byModel.flatMap(detail)
    lines += ["", style(style.say(.notAdvice), .faint)]
    return lines.joined(separator: "\n")
  }

  private func name(_ id: GlobalID) -> String {
    (assessment.facts[id]?["name"]?.text ?? id.description).shownSafely
  }

  // MARK: Many subjects

  private func summary() -> [String] {
    var lines = [""]
    let models = byModel.sorted { weight($0.1) > weight($1.1) }
    for pack in assessment.packs where pack.status == .law {
      let all = assessment.determinations.filter { $0.regime == pack.id }
      let verdicts = all.compactMap { $0.classes.first { $0.name.name == "systemic-risk" }?.verdict }
      guard !verdicts.isEmpty else { continue }
      lines.append(
        Phrase.summaryCount.with(
          .count(all.count), .text(pack.title), .count(verdicts.count { $0 == .holds }),
          .count(verdicts.count { $0 == .cannotBeExcluded })
        ).text(style.language))
    }
    lines.append("")
    let shown = showAll ? models[...] : models.prefix(Self.limit)
    var table = TextTable([.left, .left, .right, .left, .left])
    table.add(
      [Phrase.model, .developer, .computeBehind, .classes, .gates].map(style.say),
      Array(repeating: .faint, count: 5))
    for (id, determinations) in shown {
      let developer = assessment.judge.developer(of: id)
      table.add(
        [
          name(id), developer.map { assessment.facts[$0]?["name"]?.text ?? $0.description } ?? "–",
          computeWords(determinations),
          classWords(determinations), gateWords(determinations),
        ], [.bold, .faint, .water, nil, .faint])
    }
    lines += table.lines(style)
    if shown.count < models.count {
      lines += [
        "",
        style(
          Phrase.modelsShown.with(.count(shown.count), .count(models.count)).text(style.language), .faint),
      ]
    }
    return lines
  }

  private func weight(_ determinations: [Determination]) -> Ratio {
    let bounds = determinations.flatMap(\.headroom).first { $0.quantity == "training-compute" }?.bounds
    return bounds?.best ?? bounds?.low ?? .zero
  }

  private func computeWords(_ determinations: [Determination]) -> String {
    guard
      let bounds = determinations.flatMap(\.headroom).first(where: { $0.quantity == "training-compute" })?
        .bounds
    else { return "–" }
    if let best = bounds.best { return style.numbers.quantity(best, .flop) }
    return bounds.low > .zero ? "≥ " + style.numbers.quantity(bounds.low, .flop) : "?"
  }

  /// Classes that hold or cannot be excluded in regimes that bind.
  private func classWords(_ determinations: [Determination]) -> String {
    let classes = determinations.filter(\.isBinding).flatMap(\.classes)
    let holds = Set(classes.filter { $0.verdict == .holds }.map(\.name.name))
    let possible = Set(classes.filter { $0.verdict == .cannotBeExcluded }.map(\.name.name)).subtracting(holds)
    let words = ["systemic-risk", "gpai-model", "provider-by-modification"].compactMap { name -> String? in
      if holds.contains(name) { return name }
      return possible.contains(name) ? name + "?" : nil
    }
    return words.isEmpty ? "–" : words.joined(separator: ", ")
  }

  private func gateWords(_ determinations: [Determination]) -> String {
    let binding = determinations.filter(\.isBinding).flatMap(\.gates)
    if !binding.isEmpty { return binding.map(\.state).max().map { style.say($0.phrase) } ?? "–" }
    var words = style.say(.noRule)
    let wouldBe = determinations.filter { !$0.isBinding }.flatMap(\.gates).map(\.state).max()
    if let wouldBe, wouldBe != .open {
      words += " · " + Phrase.would.with(.message(wouldBe.phrase.message)).text(style.language)
    }
    return words
  }

  // MARK: A few subjects

  private func detail(_ id: GlobalID, _ determinations: [Determination]) -> [String] {
    var lines = ["", style(name(id), .bold) + style("  \(id.full)", .faint)]
    let isGoverned = determinations.contains { $0.isBinding && !$0.gates.isEmpty }
    for binding in [Verdict.holds, .cannotBeExcluded, .fails] {
      let isBinding = binding.isPossible
      let part = determinations.filter { $0.isBinding ? $0.standing.verdict == binding : binding == .fails }
      guard !part.isEmpty else { continue }
      lines.append("  " + style.say(binding == .holds ? .bindsHere : isBinding ? .mayBind : .wouldBind))
      if isBinding, !isGoverned {
        lines.append("    \(style.say(.gates))\(style.colon) \(style.say(.noRule))")
      }
      for determination in part { lines += DeterminationText(determination, style).lines }
    }
    if determinations.allSatisfy({ !$0.isBinding }) {
      lines.insert("  \(style.say(.gates))\(style.colon) \(style.say(.noRule))", at: 2)
    }
    return lines
  }
}
