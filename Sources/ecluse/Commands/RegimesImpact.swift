import ArgumentParser
import Measures
import Pages
import Records
import Regimes

extension RegimesCommand {
  /// `ecluse regimes impact`: whom a change of a text hits.
  struct Impact: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: say(.helpRegimesImpact)) }
    @Argument(help: .init(.helpRegimeBefore, .valueRegime)) var before: String
    @Argument(help: .init(.helpRegimeAfter, .valueRegime)) var after: String
    @Argument(help: .init(.helpDossier, .valueFolder)) var dossier: String?
    @Flag(help: .init(.helpAll)) var all = false
    @OptionGroup var more: PackOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var time: TimeOptions
    @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
    @OptionGroup var output: OutputOptions

    func run() throws {
      do {
        let packs = try PackOperands(more.packs)
        let (old, new) = (try packs[before], try packs[after])
        let path = try operands(dossier.map { [$0] } ?? [], isDossier: true).dossier
        let workspace = try source.workspace(
          dossier: path, names: [], packs: more.packs, time: time, output.lang)
        workspace.remark(output.lang)
        let (facts, graph) = try workspace.graph(asOf: time.asOfInstant, knownAt: time.knownAtInstant)
        let impact = try PackImpact(
          old, new, among: workspace.library, facts: facts, graph: graph, places: workspace.places,
          estimator: workspace.estimator)
        let report = ImpactReport(impact, facts, output.style, showAll: all)
        print(format == .json ? report.json.canonical : output.style.text(report.lines))
      } catch {
        throw Exit.after(error, output.lang)
      }
    }
  }
}

/// What a change of a text does, for people and for programs.
struct ImpactReport {
  private let impact: PackImpact
  private let facts: Facts
  private let style: TextStyle
  private let showAll: Bool
  private let (before, after): (RuleWords, RuleWords)

  init(_ impact: PackImpact, _ facts: Facts, _ style: TextStyle, showAll: Bool) {
    (self.impact, self.facts, self.style, self.showAll) = (impact, facts, style, showAll)
    before = RuleWords(impact.old, style.language)
    after = RuleWords(impact.new, style.language)
  }

  /// How many names a line lists unless all are asked for.
  private static let limit = 5

  var lines: [String] {
    let packs = [impact.old, impact.new]
    var lines = [
      packs.map { "\(style($0.title[style.language], .bold))  \(style("\($0.id) \($0.version)", .faint))" }
        .joined(separator: "\n→ "),
      [style.asOf(facts), style.say(Phrase.impactLookedAt.with(.count(impact.subjects)))].joined(
        separator: " · "), "",
    ]
    guard !impact.changes.isEmpty else { return lines + [style.say(.impactNothing)] }
    let changed = Set(impact.changes.map(\.subject)).count
    lines.append(style(style.say(Phrase.impactCount.with(.count(changed), .count(impact.subjects))), .bold))
    for matter in PackImpact.Change.Matter.allCases {
      let groups = groups(of: matter)
      guard !groups.isEmpty else { continue }
      lines += ["", style(style.say(Self.heading(matter)), .bold)] + groups.map { "  " + $0 }
    }
    lines += table(
      .impactByParty, Dictionary(grouping: impact.changes) { impact.parties[$0.subject].map(name) ?? "?" })
    lines += table(.impactByCountry, byCountry)
    return lines + ["", style(style.say(.notAdvice), .faint)]
  }

  private static func heading(_ matter: PackImpact.Change.Matter) -> Phrase {
    switch matter {
    case .binding: .impactBinding
    case .gate: .impactGates
    case .tier: .impactTiers
    case .classification: .impactClasses
    case .duty: .impactDuties
    }
  }

  private func name(_ id: GlobalID) -> String { (facts[id]?["name"]?.text ?? id.description).shownSafely }

  /// Alike changes of several subjects, in one line: what, from what to what, how many and whose.
  private func groups(of matter: PackImpact.Change.Matter) -> [String] {
    let changes = impact.changes.filter { $0.matter == matter }
    let groups = Dictionary(grouping: changes) { words($0) }
    return groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { what, members in
      let names = members.map { name($0.subject) }
      let shown = showAll ? names[...] : names.prefix(Self.limit)
      let more = names.count > shown.count ? ", …" : ""
      return "\(what): \(names.count)  \(style(shown.joined(separator: ", ") + more, .faint))"
    }
  }

  private func words(_ change: PackImpact.Change) -> String {
    let what: String
    switch change.matter {
    case .binding: what = ""
    case .gate: what = Action(rawValue: change.name).map { style.say($0.phrase) } ?? change.name
    case .tier: what = ""
    case .classification:
      what = "“\(style.word(change.name.split(separator: ":").last.map(String.init) ?? ""))”"
    case .duty:
      let to = change.to.map { after.text(.recipients([$0])) } ?? ""
      what = "\(style.word(change.name)) → \(to)"
    }
    var moved: [String] = []
    if change.before != change.after {
      moved.append("\(state(change, change.before)) → \(state(change, change.after))")
    }
    if change.dueBefore != change.dueAfter, let old = change.clockBefore, let new = change.clockAfter {
      moved.append("\(before.text(.due(old))) → \(after.text(.due(new)))")
    }
    return ([what] + moved).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func state(_ change: PackImpact.Change, _ word: String?) -> String {
    switch (change.matter, word) {
    case (.gate, nil): style.say(GateCondition.open.phrase)
    case (.gate, let word?): GateCondition(rawValue: word).map { style.say($0.phrase) } ?? word
    case (.tier, let word): word ?? "–"
    case (.duty, nil): style.say(.impactNotOwed)
    case (.duty, let word?): style.say(word == Verdict.holds.rawValue ? .impactOwed : .impactPossible)
    case (.classification, nil): style.say(.fails)
    case (_, let word): (word.flatMap(Verdict.init)?.phrase).map(style.say) ?? "–"
    }
  }

  private var byCountry: [String: [PackImpact.Change]] {
    var found: [String: [PackImpact.Change]] = [:]
    for change in impact.changes {
      for country in impact.countries[change.subject] ?? [] {
        found[style.word(country), default: []].append(change)
      }
    }
    return found
  }

  private func table(_ heading: Phrase, _ groups: [String: [PackImpact.Change]]) -> [String] {
    guard !groups.isEmpty else { return [] }
    let matters: [PackImpact.Change.Matter] = [.gate, .classification, .duty]
    var table = TextTable([.left, .right, .right, .right, .right])
    table.add(
      [style.say(heading), style.say(.impactSubjects)] + matters.map { style.say(Self.heading($0)) },
      Array(repeating: .faint, count: 5))
    let sorted = groups.map { ($0.key, $0.value, Set($0.value.map(\.subject)).count) }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
    for (name, changes, subjects) in showAll ? sorted[...] : sorted.prefix(15) {
      let counts = matters.map { matter in
        String(Set(changes.filter { $0.matter == matter }.map(\.subject)).count)
      }
      table.add([name, String(subjects)] + counts, [.bold, nil, nil, nil, nil])
    }
    return [""] + table.lines(style)
  }

  var json: JSON {
    func named(_ pack: RegimePack) -> JSON {
      .object(["id": .string(pack.id), "version": .string(pack.version), "digest": .string(pack.digest)])
    }
    return .object([
      "ecluse": .int(1), "before": named(impact.old), "after": named(impact.new),
      "asOf": .string(facts.asOf.description), "subjects": .int(impact.subjects),
      "changes": .array(
        impact.changes.map { change in
          var members: [String: JSON] = [
            "subject": .string(change.subject.full), "party": .optional(impact.parties[change.subject]?.full),
            "countries": .strings(impact.countries[change.subject] ?? []),
            "matter": .string(change.matter.rawValue), "before": .optional(change.before),
            "after": .optional(change.after),
          ]
          if !change.name.isEmpty { members["name"] = .string(change.name) }
          if let to = change.to { members["to"] = to }
          if let due = change.dueBefore { members["dueBefore"] = due }
          if let due = change.dueAfter { members["dueAfter"] = due }
          return .object(members)
        }),
    ])
  }
}
