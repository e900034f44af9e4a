import Lineage
import Measures
import Records

/// The activities behind a subject: one row each, one column a convention with whether it counts and why.
struct AccountTable {
  let templates: Templates
  let words: PageWords

  func html(_ accounts: [Account]) throws(PageError) -> Markup {
    guard !accounts.isEmpty, accounts.contains(where: { !$0.entries.isEmpty }) else { return .none }
    return try templates.fill(
      "account",
      [
        "conventions": .list(accounts.map { ["name": .text($0.convention)] }),
        "totals": .list(accounts.map(total)), "rows": .list(rows(accounts)),
      ])
  }

  private func total(_ account: Account) -> Fields {
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
      "name": .text(account.convention), "figures": .text(figures(account.toDate)),
      "notes": .text(notes.joined(separator: " · ")),
    ]
  }

  private func rows(_ accounts: [Account]) -> [Fields] {
    var order: [GlobalID] = []
    var entries: [GlobalID: Account.Entry] = [:]
    for entry in accounts.flatMap(\.entries) where entries[entry.activity] == nil {
      entries[entry.activity] = entry
      order.append(entry.activity)
    }
    let byConvention = accounts.map { account in
      Dictionary(account.entries.map { ($0.activity, $0) }) { first, _ in first }
    }
    return order.map { id in
      let entry = entries[id]
      return [
        "activity": .text(id.description), "kind": .text(entry?.kind ?? ""),
        "own": .text(entry.map { figures($0.own) } ?? ""),
        "completion": .text(
          entry.map {
            $0.own == $0.ownAtCompletion
              ? "" : words.say(Phrase.pageCompletion.with(.code(figures($0.ownAtCompletion))))
          } ?? ""),
        "estimates": .list((entry?.estimates ?? []).map(estimate)),
        "verdicts": .list(
          zip(accounts, byConvention).map { account, known in
            guard let entry = known[id] else {
              return ["name": .text(account.convention), "why": .text(words.say(.pageAbsent)), "counts": .flag(false)]
            }
            let phrase: Phrase = entry.counts ? .pageCounted : .pageNotCounted
            return [
              "name": .text(account.convention), "counts": .flag(entry.counts),
              "why": .text(words.say(phrase.with(.message(entry.because)))),
            ]
          }),
      ]
    }
  }

  private func estimate(_ estimate: Estimate) -> Fields {
    ["text": .text("\(estimate.method.rawValue): \(figures(estimate.bounds)) · \(estimate.record)")]
  }

  private func figures(_ bounds: Bounds<UInt128>) -> String { words.numbers.bounds(bounds.ratios, .flop) }
}
