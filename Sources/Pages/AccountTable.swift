import Lineage
import Measures
import Records

/// The activities behind a subject: one row each, one column a convention with whether it counts and why.
struct AccountTable {
  let templates: Templates
  let words: PageWords
  /// On a long page where figures come from stands once, by number.
  var sources: SourceList?

  /// Conventions that count alike are one column.
  private struct Column {
    let account: Account
    var names: [String]
    var title: String { names.joined(separator: ", ") }

    /// The same in short: that with the most names is that of all others.
    static func brief(_ columns: [Column], _ words: PageWords) -> [Column] {
      guard let most = columns.indices.max(by: { columns[$0].names.count < columns[$1].names.count }),
        columns.count > 1, columns[most].names.count > 2
      else { return columns }
      var result = columns
      result[most].names = [words.word(CountingConvention.allOthers)]
      return result
    }

    static func of(_ accounts: [Account], _ words: PageWords) -> [Column] {
      var columns: [Column] = []
      for account in accounts {
        let name = words.convention(account.convention)
        if let index = columns.firstIndex(where: { $0.counts(like: account) }) {
          columns[index].names.append(name)
        } else {
          columns.append(Column(account: account, names: [name]))
        }
      }
      return columns
    }

    private func counts(like other: Account) -> Bool {
      account.toDate == other.toDate && account.atCompletion == other.atCompletion
        && account.presumedShare == other.presumedShare && Set(account.entries) == Set(other.entries)
    }
  }

  /// The same as a list, where a page has many.
  func brief(_ accounts: [Account]) throws(PageError) -> Markup {
    let columns = Column.brief(Column.of(accounts, words), words)
    guard !accounts.isEmpty, accounts.contains(where: { !$0.entries.isEmpty }) else { return .none }
    return try templates.fill(
      "briefaccount",
      [
        // Of a single activity that counts alike everywhere the total is its own compute.
        "totals": .list(
          columns.count == 1 && columns[0].account.isAlone ? [] : columns.map { total($0.account, $0.title) }),
        "rows": .list(rows(columns, isBrief: true)), "colon": .text(words.colon),
      ])
  }

  func html(_ accounts: [Account]) throws(PageError) -> Markup {
    let columns = Column.of(accounts, words)
    guard !accounts.isEmpty, accounts.contains(where: { !$0.entries.isEmpty }) else { return .none }
    return try templates.fill(
      "account",
      [
        "conventions": .list(columns.map { ["name": .text($0.title)] }),
        "totals": .list(columns.map { total($0.account, $0.title) }), "rows": .list(rows(columns)),
      ])
  }

  private func total(_ account: Account, _ title: String) -> Fields {
    var notes: [String] = []
    if account.atCompletion != account.toDate {
      notes.append(words.say(Phrase.pageCompletion.with(.code(figures(account.atCompletion)))))
    }
    if account.presumedShare > .zero {
      let share = (try? account.presumedShare.multiplied(by: Ratio(100))) ?? .zero
      notes.append(words.say(Phrase.pagePresumed.with(.code(words.numbers.plain(share)))))
    }
    if account.toDate.best == nil, account.knownSum > 0 {
      notes.append(words.say(Phrase.knownSum.with(.amount(Ratio(account.knownSum), .flop))))
    }
    return [
      "name": .text(title), "figures": .text(figures(account.toDate)),
      "notes": .text(notes.joined(separator: " · ")),
    ]
  }

  /// - Parameter isBrief: whether what every convention says alike is said once, without their names.
  private func rows(_ columns: [Column], isBrief: Bool = false) -> [Fields] {
    var order: [GlobalID] = []
    var entries: [GlobalID: Account.Entry] = [:]
    for entry in columns.flatMap(\.account.entries) where entries[entry.activity] == nil {
      entries[entry.activity] = entry
      order.append(entry.activity)
    }
    let byConvention = columns.map { column in
      Dictionary(column.account.entries.map { ($0.activity, $0) }) { first, _ in first }
    }
    return order.map { id in
      let entry = entries[id]
      let verdicts = zip(columns, byConvention).map { column, known in
        let why = known[id].map { entry in
          let phrase: Phrase = entry.counts ? .pageCounted : .pageNotCounted
          return words.say(phrase.with(.message(entry.because.message)))
        }
        return (title: column.title, counts: known[id]?.counts ?? false, why: why ?? words.say(.pageAbsent))
      }
      return [
        "activity": .text(id.description), "pieces": .pieces(id.description),
        "kind": .text(entry.map { words.word($0.kind) } ?? ""),
        "own": .text(entry.map { figures($0.own) } ?? ""),
        "completion": .text(
          entry.map {
            $0.own == $0.ownAtCompletion
              ? "" : words.say(Phrase.pageCompletion.with(.code(figures($0.ownAtCompletion))))
          } ?? ""),
        "estimates": .list(entry.map(estimates) ?? []),
        "verdicts": .list(
          isBrief && Set(verdicts.map(\.why)).count == 1
            ? verdicts.prefix(1).map { fields($0, title: "") } : verdicts.map { fields($0, title: $0.title) }),
      ]
    }
  }

  /// Whether an activity counts in a column, and why.
  private func fields(_ verdict: (title: String, counts: Bool, why: String), title: String) -> Fields {
    [
      "name": .text(verdict.title), "convention": .text(title), "counts": .flag(verdict.counts),
      "why": .text(verdict.why), "colon": .text(words.colon),
    ]
  }

  /// The estimates; of a single one that is the whole figure, only how it was found and where it comes from.
  private func estimates(_ entry: Account.Entry) -> [Fields] {
    entry.estimates.map { estimate in
      let isWhole = entry.estimates.count == 1 && estimate.bounds == entry.own
      let method = words.word(estimate.method.rawValue)
      let parts = [
        isWhole
          ? method
          : words.say(Phrase.labelled.with(.code(method), .code(figures(estimate.bounds)))),
        estimate.record == entry.activity ? nil : estimate.record.description,
        sources == nil ? estimate.source.map { SourceWords.text($0, words.language) } : nil,
      ]
      let number = estimate.source.flatMap { sources?.number($0) }
      return [
        "text": .text(parts.compactMap { $0 }.joined(separator: " · ")),
        "source": .text(number.map(String.init) ?? ""),
      ]
    }
  }

  private func figures(_ bounds: Bounds<UInt128>) -> String { words.numbers.bounds(bounds.ratios, .flop) }
}

extension Account {
  /// Whether it is one activity, whole.
  fileprivate var isAlone: Bool {
    entries.count == 1 && entries[0].own == toDate && toDate == atCompletion && presumedShare == .zero
  }
}
