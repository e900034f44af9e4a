import Lineage
import Measures
import Pages
import Records
import Regimes

/// An assessment for people: a table of many subjects, or the clauses of a few.
struct AssessmentReport {
  let assessment: Assessment
  let showAll: Bool
  let style: TextStyle

  /// How many models the table shows unless all are asked for.
  private static let limit = 25

  /// Whether so many subjects stand in a table, without their clauses.
  static func isTable(_ subjects: Int) -> Bool { subjects > 12 }

  private var byModel: [(GlobalID, [Determination])] {
    let made = Dictionary(grouping: assessment.determinations, by: \.subject)
    return assessment.subjects.map { id in (id, made[id] ?? []) }
  }

  func text() -> String {
    var lines = [[style("Écluse", .bold), style.asOf(assessment.facts)].joined(separator: " · ")]
    if assessment.usesPublicRecord { lines.append(style.say(.publicNotice)) }
    lines += Assessment.leftOut(assessment.packs, assessment.workspace.library, assessment.facts, style)
    lines += [""] + headline
    lines += Self.isTable(assessment.subjects.count) ? summary() : details
    lines += ["", style(style.say(.notAdvice), .faint)]
    if !Self.isTable(assessment.subjects.count) { lines.append(style(style.say(.citationNote), .faint)) }
    return style.text(lines)
  }

  /// The answer in a few sentences, one a line.
  private var headline: [String] {
    let sentences = AssessmentPage(assessment, command: "", isHeadline: true).headline(style.language)
    return sentences.enumerated().map { index, sentence in index == 0 ? style(sentence, .bold) : sentence }
  }

  private func name(_ id: GlobalID) -> String {
    (assessment.facts[id]?["name"]?.text ?? id.description).shownSafely
  }

  // MARK: Many subjects

  private func summary() -> [String] {
    var lines = [""]
    let models = byModel.map { (subject: $0, weight: weight($0.1)) }.sorted { $0.weight > $1.weight }
      .map(\.subject)
    let isGoverned = assessment.determinations.contains { $0.isBinding && !$0.gates.isEmpty }
    let shown = showAll ? models[...] : models.prefix(Self.limit)
    let same = sameClasses(shown.map(\.1))
    let hidden = Set(same.flatMap { $0.dropFirst() })
    let classes = shown.map { classWords($0.1, without: hidden) }
    let common = classes.dropFirst().reduce(classes.first ?? []) { kept, row in kept.filter(row.contains) }
    let gates = shown.map { gateWords($0.1, isGoverned) }
    // What is the same in every row is said once.
    let isOneGate = shown.count > 1 && Set(gates).count == 1
    let isCommon = shown.count > 1 && !common.isEmpty
    if isCommon { lines.append(forEach(shown.count, .classes, common.joined(separator: ", "))) }
    if isOneGate, gates[0] != Self.nothing { lines.append(forEach(shown.count, .gates, gates[0])) }
    if !same.isEmpty {
      let words = same.map { $0.map(style.word).joined(separator: " = ") }.joined(separator: ", ")
      lines.append(style.say(Phrase.sameClasses.with(.count(shown.count), .code(words))))
    }
    if classes.joined().contains(where: isUncertain) { lines.append(style.say(.uncertainMeans)) }
    if lines.count > 1 { lines.append("") }
    let columns: [Phrase] = [.model, .developer, .computeBehind, .classes] + (isOneGate ? [] : [.gates])
    var table = TextTable([.left, .left, .right, .left] + (isOneGate ? [] : [.left]))
    table.add(columns.map(style.say), Array(repeating: .faint, count: columns.count))
    for (index, (id, determinations)) in shown.enumerated() {
      let developer = assessment.judge.developer(of: id)
      let own = isCommon ? classes[index].filter { !common.contains($0) } : classes[index]
      table.add(
        [
          name(id).clipped(to: 40), developer.map(name)?.clipped(to: 28) ?? "–", computeWords(determinations),
          own.isEmpty ? "–" : own.joined(separator: ", "),
        ] + (isOneGate ? [] : [gates[index]]),
        [.bold, .faint, .water, nil] + (isOneGate ? [] : [.faint]))
    }
    lines += table.lines(style)
    if shown.count < models.count {
      lines += [
        "",
        style(
          Phrase.modelsShown.with(.count(shown.count), .count(models.count)).text(style.language), .faint),
      ]
    }
    return lines + namings
  }

  /// Names that differ in spelling only, and joins that one side alone says: figures of one may be those of the other.
  private var namings: [String] {
    let subjects = Set(assessment.subjects.map(\.description))
    let found = assessment.graph.findings.filter {
      ["look-alike", "joined-by-one", "joined-by-owner"].contains($0.code)
        && !subjects.isDisjoint(with: $0.about)
    }
    return found.isEmpty ? [] : [""] + found.map { "! " + style.say($0.message) }
  }

  private func weight(_ determinations: [Determination]) -> Ratio {
    let bounds = compute(determinations)?.bounds
    return bounds?.best ?? bounds?.low ?? .zero
  }

  private func computeWords(_ determinations: [Determination]) -> String {
    guard let (bounds, isProjection) = compute(determinations).map({ ($0.bounds, $0.isProjection) }) else {
      return "–"
    }
    guard bounds.best != nil || bounds.low > .zero else { return "?" }
    let words =
      bounds.best.map { style.numbers.quantity($0, .flop) }
      ?? style.numbers.bounds(Bounds(atLeast: bounds.low), .flop)
    return isProjection ? style.say(Phrase.projected.with(.code(words))) : words
  }

  /// What is known of the compute behind it, as the first threshold counts it.
  private func compute(_ determinations: [Determination]) -> Headroom? {
    determinations.lazy.flatMap(\.headroom).first { $0.quantity == "training-compute" && $0.share == nil }
  }

  private func forEach(_ rows: Int, _ column: Phrase, _ words: String) -> String {
    style.say(Phrase.forEach.with(.count(rows), .message(column.message), .code(words)))
  }

  /// Whether a word of the column of classes says that one cannot be excluded.
  private func isUncertain(_ words: String) -> Bool { words.hasSuffix("?") }

  /// What binds, without the regimes that only interpret others: their classes are steps on the way.
  private func binding(_ determinations: [Determination]) -> [Determination] {
    let guidance = Set(assessment.packs.filter { $0.status == .guidance }.map(\.id))
    return determinations.filter { $0.isBinding && !guidance.contains($0.regime) }
  }

  /// Tiers, and classes that hold or cannot be excluded, in regimes that bind.
  private func classWords(_ determinations: [Determination], without hidden: Set<String>) -> [String] {
    let binding = binding(determinations)
    var words = binding.compactMap(\.tier).map { style.say($0.words) }
    let classes = binding.flatMap(\.classes)
    let holds = Set(classes.filter { $0.verdict == .holds }.map(\.name.name))
    for item in classes where item.verdict.isPossible && !hidden.contains(item.name.name) {
      let name = item.name.name
      words.append(
        holds.contains(name) ? style.word(name) : style.say(Phrase.uncertain.with(.word(name))))
    }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  /// Classes that have the same verdicts as another in every row, together.
  private func sameClasses(_ rows: [[Determination]]) -> [[String]] {
    guard rows.count > 1 else { return [] }
    let verdicts = rows.map { row in
      Dictionary(
        binding(row).flatMap(\.classes).map { ($0.name.name, $0.verdict) },
        uniquingKeysWith: { .any([$0, $1]) })
    }
    var names: [String] = []
    for item in rows.flatMap(binding).flatMap(\.classes) where !names.contains(item.name.name) {
      names.append(item.name.name)
    }
    // What holds in every row is said of each, and what fails in every row not at all.
    names = names.filter { name in Set(verdicts.map { $0[name] }).count > 1 }
    let groups = Dictionary(grouping: names) { name in verdicts.map { $0[name] } }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// The worst gate by what binds it. What would follow from the others is in the head, regime by regime.
  private func gateWords(_ determinations: [Determination], _ isGoverned: Bool) -> String {
    let binding = determinations.filter(\.isBinding).flatMap(\.gates)
    if let worst = binding.map(\.state).max() { return style.say(worst.phrase) }
    // Where no rule governs any of them, the head says so once.
    return isGoverned ? style.say(.noRule) : Self.nothing
  }

  private static let nothing = "–"

  // MARK: A few subjects

  private var details: [String] {
    var said: [[String]: String] = [:]
    return byModel.flatMap { id, determinations in detail(id, determinations, &said) }
  }

  /// One subject. What was said word for word of another one is said by its name, from `said`.
  private func detail(
    _ id: GlobalID, _ determinations: [Determination], _ said: inout [[String]: String]
  ) -> [String] {
    let standing = assessment.judge.unfinished(id).map { " · " + style.say($0) }.joined()
    var lines = ["", style(name(id), .bold) + style("  \(id.full)\(standing)", .faint)]
    lines += regimes(id, determinations, as: [.holds, .cannotBeExcluded, .fails], &said)
    if determinations.allSatisfy({ !$0.isBinding }) {
      lines.insert("  " + style.noRule, at: 2)
    }
    return lines
  }

  /// What binds one subject, or may bind it.
  func binding(_ id: GlobalID) -> [String] {
    var nothing: [[String]: String] = [:]
    let guidance = Set(assessment.packs.filter { $0.status == .guidance }.map(\.id))
    return regimes(
      id, assessment.determinations.filter { $0.subject == id && !guidance.contains($0.regime) },
      as: [.holds, .cannotBeExcluded], &nothing)
  }

  /// What the regimes say that bind it, may bind it, or would.
  private func regimes(
    _ id: GlobalID, _ determinations: [Determination], as standings: [Verdict],
    _ said: inout [[String]: String]
  ) -> [String] {
    var lines: [String] = []
    let isGoverned = determinations.contains { $0.isBinding && !$0.gates.isEmpty }
    for binding in standings {
      let isBinding = binding.isPossible
      let part = determinations.filter { $0.isBinding ? $0.standing.verdict == binding : binding == .fails }
      guard !part.isEmpty else { continue }
      lines.append("  " + style.say(binding == .holds ? .bindsHere : isBinding ? .mayBind : .wouldBind))
      if isBinding, !isGoverned { lines.append("    " + style.noRule) }
      for determination in part {
        let text = DeterminationText(
          determination, developer: assessment.judge.developer(of: id), style)
        lines.append(text.head)
        let answer = text.answer
        if let other = said[answer], answer.count > Self.shortest {
          lines.append("      " + style.say(Phrase.saidOf.with(.code(other))))
        } else {
          said[answer] = name(id)
          lines += answer
        }
        if assessment.subjects.count == 1 {
          lines += SettlingText(determination: determination, style: style).lines
        }
        lines += text.figures
        if assessment.isExplained { lines += ClauseText(determination, style).lines }
      }
    }
    return lines
  }

  /// An answer of so few lines is said again.
  private static let shortest = 3
}

extension Determination.Tier {
  /// What is established, and what is not excluded where it is more.
  var words: Message {
    established == notExcluded
      ? Phrase.tierOne.with(.code(established)) : Phrase.tierPair.with(.code(established), .code(notExcluded))
  }
}

extension TextStyle {
  /// The dates that an answer stands on.
  func asOf(_ facts: Facts) -> String {
    [
      say(Phrase.asOf.with(.code(dates.instant(facts.asOf)))),
      facts.knownAt.map { say(Phrase.knownBy.with(.code(dates.instant($0)))) },
    ].compactMap { $0 }.joined(separator: " · ")
  }

  fileprivate var noRule: String {
    say(Phrase.labelled.with(.message(Phrase.gates.message), .message(Phrase.noRule.message)))
  }
}

extension String {
  /// At most that many signs; a cut is shown.
  func clipped(to count: Int) -> String {
    self.count > count ? prefix(count - 1).trimmed + "…" : self
  }
}

extension Substring {
  fileprivate var trimmed: Substring { hasSuffix(" ") ? dropLast() : self }
}
