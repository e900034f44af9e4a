import Measures
import Regimes

/// One regime for people: its numbers with their sources, then its articles.
struct RegimeText {
  let pack: RegimePack
  let style: TextStyle

  var lines: [String] {
    var lines = [
      style(pack.title[style.language], .bold),
      "\(pack.id) \(pack.version) · \(style.word(pack.status.rawValue)) · \(style.word(pack.jurisdiction)) · sha256 \(pack.digest)",
    ]
    if let from = pack.from {
      lines.append(Phrase.inForceFrom.with(.date(from)).text(style.language))
    }
    if pack.needsAdoption { lines.append(style.say(.bindsByAdoption)) }
    if let nexus = pack.nexus {
      lines.append(style(style.source(nexus.citation), .faint))
    }
    lines += ["", style(style.say(.numbersOfLaw), .bold)]
    var table = TextTable([.left, .right, .left, .left])
    for parameter in parameters {
      table.add(
        [
          name(parameter), parameter.content.words(style),
          style.source(parameter.citation),
          parameter.name,
        ],
        [nil, .water, .faint, .faint])
    }
    lines += table.lines(style, indent: 2)
    lines += ["", style(style.say(.articles), .bold)]
    for article in pack.articles {
      lines.append("  \(style(article.id, .bold))  \(article.says[style.language])")
      lines.append(
        style(
          "    \(style.word(article.appliesTo.rawValue)) · \(effects(article)) · \(style.source(article.citation))",
          .faint)
      )
    }
    return lines + ["", style(style.say(.citationNote), .faint)]
  }

  private var parameters: [Parameter] { pack.parameters.values.sorted { $0.name < $1.name } }

  /// Each number with its name.
  var numbers: [String] { parameters.map { "\(name($0)) \($0.content.words(style))" } }

  /// What it is called, and whether it is more than an example or shown for context.
  private func name(_ parameter: Parameter) -> String {
    let name = Message.Argument.text(Words.parameter(parameter.name))
    if parameter.isExample { return style.say(Phrase.parameterExample.with(name)) }
    return style.say((parameter.isContext ? Phrase.parameterContext : .listed).with(name))
  }

  private func effects(_ article: Article) -> String {
    let effects = article.effects
    func list(_ phrase: Phrase, _ codes: [String]) -> String { style.say(phrase.with(.words(codes))) }
    var words: [String] = []
    if let name = effects.classifies?.name {
      let label = style.word(name.name)
      words.append(
        style.say(
          Phrase.effectClassifies.with(.code(name.pack == pack.id ? label : "\(label) (\(name.pack))"))))
    }
    if let closes = effects.closes {
      words.append(style.say(Phrase.effectCloses.with(.list(closes.actions.map(\.phrase.message)))))
    }
    if !effects.obliges.isEmpty { words.append(list(.effectObliges, effects.obliges.map(\.duty).unique)) }
    if let exempts = effects.exempts { words.append(list(.effectExempts, exempts.articles)) }
    if let defers = effects.defers { words.append(list(.effectDefers, defers.articles)) }
    if !effects.permits.isEmpty { words.append(list(.effectPermits, effects.permits.map(\.act))) }
    if !effects.retains.isEmpty { words.append(list(.effectRetains, effects.retains.map(\.what))) }
    if let set = article.antitoneIn { words.append(list(.effectFalls, [set])) }
    return words.joined(separator: " · ")
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var unique: [String] {
    reduce(into: []) { list, item in if !list.contains(item) { list.append(item) } }
  }
}

extension Parameter.Content {
  /// The value for people.
  fileprivate func words(_ style: TextStyle) -> String {
    switch self {
    case .quantity(let quantity):
      [.share, .bitPerSecond].contains(quantity.dimension)
        ? style.numbers.written(quantity.written) : style.numbers.quantity(quantity.value, quantity.dimension)
    case .period(let period): period.text(style.language)
    case .moment(let moment): style.dates.brief(moment)
    case .place(let place): style.word(place)
    case .required: style.word("required")
    case .derived(let of, let divisor):
      [of, divisor].map { Words.parameter($0)[style.language] }.joined(separator: " ÷ ")
    }
  }
}
