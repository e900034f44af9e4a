package import Measures
import Records
package import Regimes

/// What the rules of a pack ask and do, in words, with its numbers in place: for whoever reads the law and not a case.
package struct RuleWords {
  private let pack: RegimePack
  private let words: PageWords
  /// The member of a set that the words are about: it needs no name.
  private var member = Path.subject

  package init(_ pack: RegimePack, _ language: Language) {
    self.pack = pack
    words = PageWords(language)
  }

  var language: Language { words.language }

  /// What a part of an article says.
  package func text(_ content: RulePart.Content) -> String {
    switch content {
    case .words(let codes): return words.list(codes.map(words.word))
    case .names(let names): return words.list(names)
    case .classification(let name): return label(name)
    case .condition(let condition): return text(condition)
    case .gates(let actions, let isPerCountry):
      let gates = words.list(actions.map(words.action))
      return isPerCountry ? words.say(Phrase.gatesPerCountry.with(.code(gates))) : gates
    case .due(let due): return DueWords(words.language, terms).text(due)
    case .extended(let longer):
      return words.say(Phrase.ruleExtended.with(.code(value(longer.by)), .code(text(longer.condition))))
    case .recipients(let to): return words.list(to.map(recipient))
    case .items(let items): return words.list(items.map { words.item($0, terms) })
    case .filing(let filing): return words.filing(filing)
    case .parameter(let name): return value(name)
    case .start(let start):
      let from = start.from.map(value) ?? words.word("activation")
      return start.after.map { words.say(Phrase.startsAfter.with(.code(value($0)), .code(from))) } ?? from
    }
  }

  /// A recipient: a word, or a role in a place that a parameter may name.
  private func recipient(_ to: JSON) -> String {
    guard case .object(let members) = to, case .string(let role)? = members["role"],
      case .string(let place)? = members["jurisdiction"], place.hasPrefix("$")
    else { return words.recipient(to) }
    return say(.roleIn, words.word(role), value(String(place.dropFirst())))
  }

  /// A number of the pack, as the text has it.
  package func value(_ name: String) -> String {
    pack.parameters[name].map { words.say(Phrase.listed.with(argument($0.content))) } ?? name
  }

  /// The value of a parameter.
  package func value(_ content: Parameter.Content) -> String {
    words.say(Phrase.listed.with(argument(content)))
  }

  private func argument(_ content: Parameter.Content) -> Message.Argument {
    switch content {
    case .quantity(let quantity):
      [.share, .bitPerSecond].contains(quantity.dimension)
        ? .code(words.numbers.written(quantity.written)) : .amount(quantity.value, quantity.dimension)
    case .period(let period): .period(period)
    case .moment(let moment): .date(moment)
    case .place(let place): .word(place)
    case .required: .word("required")
    case .derived(let of, let divisor):
      .code("\(Words.parameter(of)[words.language]) ÷ \(Words.parameter(divisor)[words.language])")
    }
  }

  /// Every parameter as the text has it.
  private var terms: [Term] {
    pack.parameters.values.map { parameter in
      switch parameter.content {
      case .period(let period): Term(name: parameter.name, period: period, moment: nil, setBy: [])
      case .moment(let moment): Term(name: parameter.name, period: nil, moment: moment, setBy: [])
      case .quantity(let quantity):
        Term(name: parameter.name, period: nil, moment: nil, amount: quantity.value, setBy: [])
      default: Term(name: parameter.name, period: nil, moment: nil, setBy: [])
      }
    }
  }

  /// A class; of another pack with its name.
  private func label(_ name: ClassName) -> String {
    let label = words.word(name.name)
    return name.pack == pack.id ? label : "\(label) (\(name.pack))"
  }

  // MARK: Conditions

  /// A condition with one line for each of its parts, those of several below what joins them.
  package func lines(_ condition: Condition, depth: Int = 0) -> [RuleLine] {
    let (phrase, parts): (Phrase, [Condition])
    switch condition {
    case .all(let all) where all.count > 1: (phrase, parts) = (.allOf, all)
    case .any(let any) where any.count > 1: (phrase, parts) = (.anyOf, any)
    case .some(let test), .every(let test):
      guard let such = test.suchThat, such.isOfSeveral else { return [RuleLine(depth, text(condition))] }
      var (bare, inside) = (test, self)
      bare.suchThat = nil
      inside.member = Path(test.name)
      let isSome = if case .some = condition { true } else { false }
      return [RuleLine(depth, say(.heading, text(isSome ? .some(bare) : .every(bare))))]
        + inside.lines(such, depth: depth + 1)
    default: return [RuleLine(depth, text(condition))]
    }
    return [RuleLine(depth, words.say(Phrase.heading.with(.message(phrase.message))))]
      + parts.flatMap { lines($0, depth: depth + 1) }
  }

  /// A condition in one sentence; what is itself several stands in brackets.
  package func text(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): return joined(parts, .needAnd)
    case .any(let parts): return joined(parts, .needOr)
    case .not(let part): return say(.ruledOut, inner(part))
    case .quantity(let test):
      return say(
        .ruleCompared, quantity(test.quantity), words.say(test.comparator.phrase), value(test.threshold))
        + deciding(test.bound)
    case .ratio(let test):
      let share = say(
        .ruleShare, quantity(test.of), words.say(test.comparator.phrase), value(test.share),
        quantity(test.over))
      return share + deciding(test.bound) + (test.fallback.map(text) ?? "")
    case .rating(let of, let axis, let value):
      return owned(of, say(.ratedAs, words.word(axis), words.word(value)))
    case .attribute(let test):
      return owned(test.of, say(.labelled, words.word(test.key), words.either(test.values.map(text))))
    case .date(let of, let comparison, let operand):
      return say(
        comparison == .before ? .ruleBefore : .ruleFrom, words.say(of.words), text(operand))
    case .classified(let of, let name): return owned(of, say(.classNamed, label(name)))
    case .tier(let of, let step): return owned(of, say(.tierAtLeast, step))
    case .attested(let test): return say(.attested, text(test))
    case .ordered(let test, _, let such):
      return say(.ordered, text(test)) + (such.map { semicolon + inner($0) } ?? "")
    case .some(let test): return text(test, .someOf)
    case .every(let test): return text(test, .everyOf)
    }
  }

  private func say(_ phrase: Phrase, _ arguments: String...) -> String {
    words.say(Message(phrase, arguments.map { .code($0) }))
  }

  private func joined(_ parts: [Condition], _ phrase: Phrase) -> String {
    parts.dropFirst().reduce(parts.first.map(inner) ?? "") { say(phrase, $0, inner($1)) }
  }

  private func inner(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1:
      say(.inBrackets, text(condition))
    case .some, .every: say(.inBrackets, text(condition))
    default: text(condition)
    }
  }

  /// Whose something is, unless it is the subject's.
  private func owned(_ path: Path, _ text: String) -> String {
    path == member ? text : say(.labelled, words.say(path.words), text)
  }

  private func quantity(_ reference: QuantityReference) -> String {
    var text = words.say(reference.words)
    if reference.of != member { text = say(.labelled, words.say(reference.of.words), text) }
    if let since = reference.since { text = say(.ruleBeyond, text, words.say(since.words)) }
    let more = [reference.with, reference.period].compactMap { $0.map(words.word) }
    return more.isEmpty ? text : say(.countedBy, text, words.list(more))
  }

  private func deciding(_ bound: DecidingBound) -> String {
    switch bound {
    case .all: ""
    case .best: " " + words.say(.ruleByBest)
    case .high: " " + words.say(.ruleByHigh)
    }
  }

  private func text(_ fallback: RatioTest.Fallback) -> String {
    let cases = fallback.cases.map { option in
      option.condition.map { say(.labelled, inner($0), value(option.over)) } ?? value(option.over)
    }
    return semicolon + say(.ruleInstead, inner(fallback.given), words.either(cases))
  }

  private func text(_ operand: Operand) -> String {
    switch operand {
    case .parameter(let name): value(name)
    case .word(let word): words.word(word)
    case .jurisdiction: words.word(pack.jurisdiction)
    case .path(let path): words.say(path.words)
    }
  }

  private func text(_ test: SetTest, _ phrase: Phrase) -> String {
    var set = words.word(test.set)
    if !test.roles.isEmpty { set = say(.countedBy, set, words.list(test.roles.map(words.word))) }
    let members = words.say(phrase.with(.code(set)))
    var inside = self
    inside.member = Path(test.name)
    return test.suchThat.map { say(.labelled, members, inside.text($0)) } ?? members
  }

  private func text(_ test: ActTest) -> String {
    var text = act(test.kind, test.decisions)
    if let about = test.about, about != member { text = say(.actAbout, text, words.say(about.words)) }
    if !test.covers.isEmpty { text = say(.actCovering, text, words.list(test.covers.map(words.word))) }
    if test.quorum > 1 {
      text = words.say(Phrase.actBySeveral.with(.code(text), .count(test.quorum)))
    }
    if !test.issuers.isEmpty { text = say(.actBy, text, words.either(test.issuers.map(issuer))) }
    if let age = test.maxAge { text = say(.actNotOlder, text, value(age)) }
    let grounds = test.restsOn.map { ground in
      var text = act(ground.kind, ground.decisions)
      if !ground.issuers.isEmpty { text = say(.actBy, text, words.either(ground.issuers.map(issuer))) }
      return ground.maxAge.map { say(.actNotOlder, text, value($0)) } ?? text
    }
    return grounds.isEmpty ? text : say(.actRestingOn, text, words.list(grounds))
  }

  private func act(_ kind: String, _ decisions: [String]) -> String {
    decisions.isEmpty
      ? words.word(kind) : say(.actDecided, words.word(kind), words.either(decisions.map(words.word)))
  }

  private func issuer(_ issuer: IssuerTest) -> String {
    let role =
      issuer.accreditedBy.map { say(.accredited, words.word(issuer.role), words.word($0)) }
      ?? words.word(issuer.role)
    switch issuer.jurisdiction {
    case .any: return role
    case .country: return say(.roleIn, role, words.say(.ofEachCountry))
    case .parameter(let name): return say(.roleIn, role, value(name))
    case .path(let path): return say(.roleIn, role, words.say(path.words))
    }
  }
}
