import Lineage
import Measures
import Records
import Regimes

/// Accounts for people: a table of totals, and for one subject every activity behind it.
struct AccountReport {
  let accounts: [Account]
  let convention: CountingConvention
  let facts: Facts
  let graph: ComputeGraph
  /// The proposal to which the convention belongs, if nobody has adopted it.
  let proposal: RegimePack?
  var showAll = false

  /// How many the table shows unless all are asked for.
  private static let shown = 25
  /// In fewer columns ids have no column beside names.
  private static let wide = 100
  /// Of more accounts only the table is shown.
  static let limit = 12

  func text(_ style: TextStyle, detailed: Bool) -> String {
    var lines = [
      [
        style(convention.name, .bold), style.word(convention.bareName), style.source(convention.citation),
        style.say(.inFLOP),
      ].joined(separator: " · "),
      style.asOf(facts),
    ]
    if let proposal {
      lines.append(style(style.say(Phrase.conventionOfProposal.with(.text(proposal.title))), .faint))
    }
    if graph.restsOnPublicRecord(accounts.map(\.subject)) {
      lines.append(style(style.say(.publicNotice), .faint))
    }
    lines.append("")
    let shown = showAll ? sorted[...] : sorted.prefix(Self.shown)
    lines += table(shown, style)
    if detailed, let account = accounts.first { lines += detail(account, style) }
    for account in accounts where detailed || accounts.count <= Self.limit {
      for finding in account.findings {
        lines.append("! " + finding.message.text(style.language))
      }
    }
    if shown.count < accounts.count {
      lines += [
        "",
        style(
          style.say(Phrase.accountsShown.with(.count(shown.count), .count(accounts.count))), .faint),
      ]
    } else if accounts.count > Self.limit {
      lines.append(style(style.say(.nameOne), .faint))
    }
    return style.text(lines)
  }

  /// The accounts, largest first.
  private var sorted: [Account] {
    accounts.sorted { left, right in
      (left.toDate.best ?? left.toDate.low, right.subject) > (
        right.toDate.best ?? right.toDate.low, left.subject
      )
    }
  }

  private func name(_ id: GlobalID) -> String? { facts[id]?["name"]?.text }

  private func table(_ shown: some Collection<Account>, _ style: TextStyle) -> [String] {
    // Where something has a name, ids have a column of their own; where there is no place for it, they are notes.
    let hasNames = shown.contains { name($0.subject) != nil }
    let isNarrow = style.width.map { $0 < Self.wide } ?? false
    let isNamed = hasNames && !isNarrow
    var table = TextTable((isNamed ? [.left] : []) + [.left, .right, .right, .right, .right, .left])
    table.add(
      [style.say(.model)] + (isNamed ? [""] : [])
        + [Phrase.low, .best, .high, .atCompletion, .notes].map(style.say),
      Array(repeating: .faint, count: 7))
    for account in shown {
      let total = account.toDate
      // A figure without doubt is rounded like any other; a bound is not rounded inwards.
      let isExact = total == Bounds(exactly: total.low)
      let name = name(account.subject)
      var notes = hasNames && isNarrow && name != nil ? [account.subject.description] : []
      if total.high == nil { notes.append(style.say(.noUpperBound)) }
      if total.best == nil, account.knownSum > 0 {
        notes.append(Phrase.knownSum.with(.amount(Ratio(account.knownSum), .flop)).text(style.language))
      }
      if account.presumedShare > .zero {
        notes.append(
          Phrase.presumedShare.with(.code(percent(account.presumedShare, style))).text(style.language))
      }
      if let truth = account.groundTruth, let other = account.approximation, truth != other {
        notes.append(
          Phrase.twoBooks.with(.amount(Ratio(truth), .flop), .amount(Ratio(other), .flop)).text(
            style.language))
      }
      if let codes = codes(account, style) { notes.append(codes) }
      table.add(
        (isNamed ? [(name ?? "").clipped(to: 40)] : []) + [
          isNarrow ? name?.clipped(to: 40) ?? account.subject.description : account.subject.description,
          number(total.low, style, isExact ? .halfToEven : .down),
          total.best.map { number($0, style) } ?? "–",
          total.high.map { number($0, style, isExact ? .halfToEven : .up) } ?? "∞",
          account.atCompletion == total ? "=" : completion(account.atCompletion, style),
          notes.joined(separator: " · "),
        ], (isNamed ? [.bold, .faint] : [.bold]) + [nil, .water, nil, nil, .faint])
    }
    return table.lines(style)
  }

  private func codes(_ account: Account, _ style: TextStyle) -> String? {
    let codes = account.codes.sorted().map(style.word)
    return codes.isEmpty ? nil : "! " + codes.joined(separator: ", ")
  }

  private func completion(_ bounds: Bounds<UInt128>, _ style: TextStyle) -> String {
    bounds.best.map { number($0, style) } ?? "≥ " + number(bounds.low, style, .down)
  }

  private func number(_ value: UInt128, _ style: TextStyle, _ rule: Ratio.Rounding = .halfToEven) -> String {
    style.numbers.scientific(Ratio(value), digits: 4, rule)
  }

  private func percent(_ share: Ratio, _ style: TextStyle) -> String {
    let value = (try? share.multiplied(by: Ratio(100))) ?? share
    return style.numbers.plain(value) + (style.language == .fr ? "\u{00A0}%" : "%")
  }

  /// Every activity, those that count first, with why; then those that do not, with why not.
  private func detail(_ account: Account, _ style: TextStyle) -> [String] {
    var lines: [String] = []
    for counts in [true, false] {
      let entries = account.largestFirst.filter { $0.counts == counts }
      guard !entries.isEmpty else { continue }
      lines += ["", style(style.say(counts ? .whatCounts : .whatDoesNot), .bold)]
      var table = TextTable([.left, .left, .right, .left])
      for entry in entries {
        table.add(
          [
            entry.activity.description, style.word(entry.kind), style.bounds(entry.own.ratios, .flop),
            entry.because.message.text(style.language),
          ], [nil, .faint, counts ? .water : .faint, nil])
        if let later = atCompletion(entry, style) { table.add(["", "", "", later]) }
        for estimate in entry.estimates {
          let source = estimate.source.map { " · " + SourceWords.text($0, style.language) } ?? ""
          // A single estimate that is the whole figure needs no figure of its own.
          let isWhole = entry.estimates.count == 1 && estimate.bounds == entry.own
          table.add(
            [
              "", "", isWhole ? "" : style.bounds(estimate.bounds.ratios, .flop),
              "\(style.word(estimate.method.rawValue)), \(style.word(estimate.book.rawValue))\(source)",
            ], [nil, nil, .faint, .faint])
        }
      }
      lines += table.lines(style, indent: 2)
    }
    return lines
  }

  /// What an activity that is not done will be, where that is more than it is.
  private func atCompletion(_ entry: Account.Entry, _ style: TextStyle) -> String? {
    guard entry.own != entry.ownAtCompletion, let position = graph.positions[entry.activity] else {
      return nil
    }
    let state: Phrase = graph.activities[position].state == .running ? .running : .planned
    let figures = style.bounds(entry.ownAtCompletion.ratios, .flop)
    return style.say(Phrase.ofState.with(.message(state.message), .code(figures)))
  }
}

extension Account {
  /// Every activity behind the subject: those that count, then those that do not, largest first by what each is or,
  /// where that is more, will be.
  var largestFirst: [Entry] {
    entries.sorted { left, right in
      if left.counts != right.counts { return left.counts }
      return left.size == right.size ? left.activity < right.activity : left.size > right.size
    }
  }
}

extension Account.Entry {
  fileprivate var size: UInt128 {
    max(own.best ?? own.low, ownAtCompletion.best ?? ownAtCompletion.low)
  }
}
