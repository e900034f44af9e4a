import Measures
import Records
import Regimes

/// The sentence under the title: what the page shows, said from the same data.
struct Lede {
  let words: PageWords
  /// Regimes that only interpret others: their classes are steps on the way, not the answer.
  let guidance: Set<String>

  /// The first sentence, which answers the question, and the rest.
  func sentences(_ subjects: [SubjectView]) -> (first: String, rest: [String]) {
    guard !subjects.isEmpty else { return (words.say(.ledeNone), []) }
    let (first, rest) = subjects.count == 1 ? one(subjects[0]) : many(subjects)
    return (first, rest + placings(subjects))
  }

  /// The originals of which it is not known where they are placed, where that decides who is the provider.
  private func placings(_ subjects: [SubjectView]) -> [String] {
    var seen: Set<String> = []
    let originals = subjects.flatMap(\.binding).flatMap(\.classes)
      .filter { $0.name.name == "provided-by-developer" && $0.verdict == .cannotBeExcluded }
      .flatMap { unplaced($0.because, of: nil, depth: 0) }.filter { seen.insert($0).inserted }
    return originals.isEmpty ? [] : [words.say(Phrase.ledePlacing.with(.code(words.list(originals))))]
  }

  /// The members of a set whose place is not known, near the head of a clause.
  private func unplaced(_ clause: Explanation, of member: String?, depth: Int) -> [String] {
    guard clause.verdict == .cannotBeExcluded, depth < Self.deepest else { return [] }
    if clause.code.hasPrefix("attribute original.placed-on-market-in") { return [member].compactMap { $0 } }
    let prefix = "original = "
    let named = clause.code.hasPrefix(prefix) ? String(clause.code.dropFirst(prefix.count)) : member
    return clause.parts.flatMap { unplaced($0, of: named, depth: depth + 1) }
  }

  /// An article, its alternatives, a set, its members, their clauses.
  private static let deepest = 8

  private func one(_ subject: SubjectView) -> (String, [String]) {
    let gates = subject.bindingGates.filter { $0.place == GateState.everywhere }
    func actions(_ state: GateCondition?) -> String? {
      let found = gates.filter { $0.state == state }.flatMap(\.actions)
      return found.isEmpty ? nil : words.list(found.map(words.action))
    }
    let name = Message.Argument.code(subject.name)
    var sentences: [String] = []
    for (state, phrase) in [
      (GateCondition.closed, Phrase.ledeOneClosed), (.undetermined, .ledeOneUndetermined),
      (.open, .ledeOneOpen),
    ] {
      if let list = actions(state) { sentences.append(words.say(phrase.with(name, .code(list)))) }
    }
    if sentences.isEmpty {
      sentences.append(words.say(Phrase.ledeOneUngoverned.with(name)))
    } else if let rest = actions(nil) {
      sentences.append(words.say(Phrase.ledeRest.with(.code(rest))))
    }
    for (verdict, phrase) in [(Verdict.holds, Phrase.ledeOneHolds), (.cannotBeExcluded, .ledeOnePossible)] {
      let names = subject.classes(except: guidance).filter { $0.verdict == verdict }.map {
        words.word($0.name.name)
      }
      if !names.isEmpty { sentences.append(words.say(phrase.with(.code(words.list(names))))) }
    }
    var seen: Set<String> = []
    let owed = subject.binding.flatMap(\.obligations).filter { $0.state == .owed }.map {
      words.word($0.duty.duty)
    }.filter { seen.insert($0).inserted }
    if !owed.isEmpty { sentences.append(words.say(Phrase.ledeOneOwed.with(.code(words.list(owed))))) }
    for determination in subject.binding
    where determination.standing.verdict == .cannotBeExcluded && !guidance.contains(determination.regime) {
      sentences.append(words.say(Phrase.ledeOneMayBind.with(.text(determination.title))))
    }
    sentences += would(subject)
    return (sentences[0], Array(sentences.dropFirst()))
  }

  /// What would follow from each regime that does not bind the subject.
  private func would(_ subject: SubjectView) -> [String] {
    subject.determinations.filter { !$0.isBinding }.compactMap { determination in
      let gates = determination.gates.filter { $0.place == GateState.everywhere && $0.state != .open }
      guard let worst = gates.map(\.state).max() else { return nil }
      let actions = gates.filter { $0.state == worst }.map { words.action($0.action) }
      return words.say(
        Phrase.ledeOneWould.with(
          .text(determination.title), .message(worst.wouldBe.message), .code(words.list(actions))))
    }
  }

  private func many(_ subjects: [SubjectView]) -> (String, [String]) {
    let total = Message.Argument.count(subjects.count)
    let areModels = subjects.allSatisfy { $0.subject.id.kind == "artifact" }
    let closed = subjects.count { $0.worst == .closed }
    let undetermined = subjects.count { $0.worst == .undetermined }
    let what = Message.Argument.message(binder(subjects).message)
    let first: Message
    if closed > 0, undetermined > 0 {
      let phrase: Phrase = areModels ? .ledeManyClosed : .ledeManyClosedSubjects
      first = phrase.with(.count(closed), total, .count(undetermined), what)
    } else if closed > 0 {
      first = (areModels ? Phrase.ledeManyShut : .ledeManyShutSubjects).with(.count(closed), total, what)
    } else if undetermined > 0 {
      first = (areModels ? Phrase.ledeManyUnsure : .ledeManyUnsureSubjects).with(
        .count(undetermined), total, what)
    } else if subjects.contains(where: { $0.worst == .open }) {
      first = Phrase.ledeManyOpen.with(total)
    } else {
      first = (areModels ? Phrase.ledeManyUngoverned : .ledeManyUngovernedSubjects).with(total)
    }
    return (words.say(first), regimes(subjects) + would(subjects))
  }

  /// Whether what keeps a gate from being open binds, or only may.
  private func binder(_ subjects: [SubjectView]) -> Phrase {
    let verdicts = subjects.flatMap(\.binding).filter { determination in
      determination.gates.contains { $0.place == GateState.everywhere && $0.state != .open }
    }.map(\.standing.verdict)
    guard verdicts.contains(.cannotBeExcluded) else { return .whatBinds }
    return verdicts.contains(.holds) ? .whatBindsOrMay : .whatMayBind
  }

  /// What is not settled, where it is the same for all.
  private func doubt(_ determinations: [Determination]) -> Message {
    let clauses = Set(determinations.map(\.standing.clause))
    guard clauses.count == 1, let first = determinations.first?.standing else {
      return Phrase.nothingSettles.message
    }
    switch first.code {
    case "nexus": return Phrase.notSettled.with(.message(first.clause))
    case "adoption": return Phrase.mayReach.with(.message(first.clause))
    default: return Phrase.nothingSettles.message
    }
  }

  /// For each regime that binds, its title once: whether it is settled that it binds, and for how many each of its
  /// own classes is established.
  private func regimes(_ subjects: [SubjectView]) -> [String] {
    var order: [String] = []
    var made: [String: [Determination]] = [:]
    for determination in subjects.flatMap(\.binding) where !guidance.contains(determination.regime) {
      if made[determination.regime] == nil { order.append(determination.regime) }
      made[determination.regime, default: []].append(determination)
    }
    return order.compactMap { regime in
      guard let determinations = made[regime], let title = determinations.first?.title else { return nil }
      let unsettled = determinations.filter { $0.standing.verdict == .cannotBeExcluded }
      let bound =
        unsettled.isEmpty
        ? []
        : [
          words.say(
            Phrase.ledeMayBind.with(
              .count(unsettled.count), .count(subjects.count), .message(doubt(unsettled))))
        ]
      let owing = determinations.count { $0.obligations.contains { $0.state == .owed } }
      let owed = owing == 0 ? [] : [words.say(Phrase.ledeOwed.with(.count(owing)))]
      let parts = bound + classes(of: regime, subjects) + owed
      guard let first = parts.first else { return nil }
      let text = parts.dropFirst().reduce(first) { text, part in
        words.say(Phrase.ledeThen.with(.code(text), .code(part)))
      }
      return words.say(Phrase.ledeRegime.with(.text(title), .code(text)))
    }
  }

  /// Each class of a regime: for how many it holds and for how many it cannot be excluded. Classes that hold for as
  /// many are one sentence.
  private func classes(of regime: String, _ subjects: [SubjectView]) -> [String] {
    var order: [ClassName] = []
    var counts: [ClassName: (holds: Int, possible: Int)] = [:]
    for (name, verdict) in subjects.flatMap({ $0.classes(except: guidance) })
    where name.pack == regime && verdict.isPossible {
      if counts[name] == nil { order.append(name) }
      let known = counts[name] ?? (0, 0)
      counts[name] =
        verdict == .holds ? (known.holds + 1, known.possible) : (known.holds, known.possible + 1)
    }
    var groups: [(names: [ClassName], count: (holds: Int, possible: Int))] = []
    for name in order {
      guard let count = counts[name] else { continue }
      if let index = groups.firstIndex(where: { $0.count == count }) {
        groups[index].names.append(name)
      } else {
        groups.append(([name], count))
      }
    }
    return groups.map { names, count in
      let isOne = names.count == 1
      let code = Message.Argument.code(quoted(names.map { words.word($0.name) }))
      return words.say(
        count.possible == 0
          ? (isOne ? Phrase.ledeHolds : .ledeHoldsOfSeveral).with(code, .count(count.holds))
          : count.holds == 0
            ? (isOne ? Phrase.ledePossible : .ledePossibleOfSeveral).with(code, .count(count.possible))
            : (isOne ? Phrase.ledeBoth : .ledeBothOfSeveral).with(
              code, .count(count.holds), .count(count.possible)))
    }
  }

  /// Names, each in quotation marks, so that several are not read as one.
  private func quoted(_ names: [String]) -> String {
    let names = names.map { words.say(Phrase.quotedName.with(.code($0))) }
    guard let last = names.last, names.count > 1 else { return words.list(names) }
    return words.say(Phrase.twoNames.with(.code(words.list(names.dropLast())), .code(last)))
  }

  private func would(_ subjects: [SubjectView]) -> [String] {
    var order: [String] = []
    var titles: [String: Bilingual] = [:]
    var counts: [String: (closed: Int, undetermined: Int)] = [:]
    for determination in subjects.flatMap(\.determinations) where !determination.isBinding {
      let worst = determination.gates.filter { $0.place == GateState.everywhere }.map(\.state).max()
      guard let worst, worst != .open else { continue }
      if titles.updateValue(determination.title, forKey: determination.regime) == nil {
        order.append(determination.regime)
      }
      let known = counts[determination.regime] ?? (0, 0)
      counts[determination.regime] =
        worst == .closed ? (known.closed + 1, known.undetermined) : (known.closed, known.undetermined + 1)
    }
    return order.compactMap { regime in
      guard let title = titles[regime], let count = counts[regime] else { return nil }
      let message =
        switch count {
        case (0, let undetermined): Phrase.ledeManyWouldUnsure.with(.text(title), .count(undetermined))
        case (let closed, 0): Phrase.ledeManyWouldShut.with(.text(title), .count(closed))
        case (let closed, let undetermined):
          Phrase.ledeManyWould.with(.text(title), .count(closed), .count(undetermined))
        }
      return words.say(message)
    }
  }
}
