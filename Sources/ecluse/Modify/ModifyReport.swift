import Exchange
import Lineage
import Measures
import Pages
import Records
import Regimes

/// What a modification makes of whoever does it, for people and for programs.
struct ModifyReport {
  /// The guidelines, which say when a modifier becomes provider, and the class that says so.
  private static let (guidelines, provider) = ("eu-gpai-guidelines-2025-07-18", "provider-by-modification")

  private let modification: Modification
  private let assessment: Assessment
  private let style: TextStyle
  private let file: String?
  private let pack: RegimePack
  private let determination: Determination
  /// What the modification itself takes, whatever the original took.
  private let own: Bounds<Ratio>?

  /// - Throws: ``Problems``.
  init(_ modification: Modification, regimes: String?, _ style: TextStyle, file: String?) throws(Problems) {
    (self.modification, self.style, self.file) = (modification, style, file)
    let workspace = modification.workspace
    let (facts, graph) = try workspace.graph(
      Dates(asOf: modification.done, knownAt: nil), foreseenFrom: modification.asked)
    assessment = try Assessment(
      workspace, facts, graph, names: [modification.id.description],
      regimes: regimes.map { "\($0),\(Self.guidelines)" }, explained: false)
    let convention = try AccountCommand.convention("eu-direct", workspace.library)
    let entries = try? Accountant(graph, convention).account(of: modification.id).entries
    own = entries?.first { $0.activity == modification.run }?.ownAtCompletion.ratios
    let found = assessment.determinations.first { $0.regime == Self.guidelines }
    pack = try Assessment.packs(named: Self.guidelines, workspace.library)[0]
    determination = found ?? assessment.judge.determine(modification.id, pack)
  }

  private var found: Determination.ClassVerdict? {
    determination.classes.first { $0.name.name == Self.provider }
  }

  private var answer: Verdict { found?.verdict ?? .cannotBeExcluded }

  /// The shares of the original that are compared, those with the same figures once.
  private var shares: [(headroom: Headroom, share: Headroom.Share)] {
    var result: [(headroom: Headroom, share: Headroom.Share)] = []
    for item in determination.headroom {
      guard let share = item.share, share.of == modification.base else { continue }
      let isKnown = result.contains {
        $0.headroom.bounds == item.bounds && $0.headroom.threshold == item.threshold
      }
      if !isKnown { result.append((item, share)) }
    }
    return result
  }

  // MARK: For people

  var lines: [String] {
    let facts = assessment.facts
    let name = facts[modification.base]?["name"]?.text ?? modification.base.description
    let verdict: Phrase =
      switch answer {
      case .holds: .modifyHolds
      case .fails: .modifyFails
      case .cannotBeExcluded: .modifyOpen
      }
    var lines = [[style("Écluse", .bold), style.asOf(facts)].joined(separator: " · ")]
    lines.append(style(style.say(.publicNotice), .faint))
    lines += ["", style(style.say(verdict.with(.code(name))), .bold)]
    if let source = determination.findings.first(where: { $0.article.id == "par-63-modifier" })?.article
      .citation
    {
      lines.append("  " + style(style.source(source), .faint))
    }
    lines += compared + section(.modifyFlips, flips) + section(.modifyBinds, binding)
    lines.append("")
    lines.append(
      file.map { style.say(Phrase.modifyWritten.with(.code($0))) } ?? style.say(.modifyWriteIt))
    return lines + [style(style.say(.notAdvice), .faint)]
  }

  private func section(_ title: Phrase, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style(style.say(title), .bold)] + lines
  }

  private var compared: [String] {
    var table = TextTable([.left, .left, .left])
    for (item, share) in shares {
      let way = shares.count > 1 ? item.convention.map(CountingConvention.bareName).map(style.word) ?? "" : ""
      table.add([style.say(.modifyOwn), style.bounds(item.bounds, .flop), way], [nil, .water, .faint])
      let stands: Phrase = modification.isBaseKnown ? .modifyOriginals : .modifyStandIn
      table.add([style.say(stands), style.bounds(share.bounds, .flop), ""], [nil, .water, nil])
      table.add(
        [
          style.say(Phrase.modifyLimit.with(.code(share.limit.description))),
          style.numbers.quantity(item.threshold, .flop), used(item),
        ], [nil, .water, nil])
    }
    if shares.isEmpty, let own {
      table.add([style.say(.modifyOwn), style.bounds(own, .flop), ""], [nil, .water, nil])
      table.add([style.say(.modifyOriginals), style.say(.pageNothingKnown), ""], [nil, .water, nil])
    }
    return table.lines(style, indent: 2)
  }

  /// How much of the limit is used.
  private func used(_ item: Headroom) -> String {
    guard let known = item.bounds.best ?? item.bounds.high,
      let share = try? known.divided(by: item.threshold), let percent = try? share.multiplied(by: Ratio(100))
    else { return "" }
    let phrase: Phrase = item.bounds.best == nil ? .modifyUsedAtMost : .modifyUsed
    return style.say(phrase.with(.code(style.numbers.plain(percent, decimals: percent < .one ? 3 : 1))))
  }

  /// What would turn the answer: what is open, else how far the figures would have to move.
  private var flips: [String] {
    let settling = found.map { SettlingWays(style.language).ways(of: $0.because, areNamed: true) } ?? []
    let turned = turning.map { style.say($0.message) }
    let unknown = shares.isEmpty && answer == .cannotBeExcluded && modification.isBaseKnown
    return (turned + (unknown ? [style.say(.flipNotEstimable)] : []) + settling).map { "  · " + $0 }
  }

  /// How far single figures would have to move.
  private var turning: [Flip] {
    // Where several thresholds may be the right one, no single figure turns the answer.
    if let first = shares.first {
      let isOne = shares.allSatisfy { $0.headroom.threshold == first.headroom.threshold }
      return isOne ? Flip.of(first, modification, answer) : []
    }
    guard answer == .cannotBeExcluded, let known = own?.best ?? own?.low, known > .zero,
      case .quantity(let limit)? = pack.parameters["modifier-share"]?.content,
      let turn = try? known.divided(by: limit.value)
    else { return [] }
    return [.unknownOriginal(turn)]
  }

  /// Regimes that bind or may bind, without the guidance that only interprets.
  private var binding: [String] {
    AssessmentReport(assessment: assessment, showAll: false, style: style).binding(modification.id)
  }

  // MARK: For programs

  var json: JSON {
    return .object([
      "ecluse": .int(1), "base": .string(modification.base.full),
      "asOf": .string(assessment.facts.asOf.description),
      "planned": .bool(modification.isPlanned), "provider": .string(answer.rawValue),
      "thresholds": .array(shares.map(\.headroom.json)),
      "flips": .array(turning.map(\.json)),
      "dossier": .string(modification.text.yaml),
      "determinations": .array(assessment.determinations.map(\.json)),
    ])
  }
}
