import Lineage
import Measures
import Pages
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
      lines.append(
        style.say(
          pack.to.map { Phrase.inForceFromTo.with(.date(from), .date($0)) }
            ?? Phrase.inForceFrom.with(.date(from))))
    }
    if pack.needsAdoption { lines.append(style.say(.bindsByAdoption)) }
    if let next = pack.supersededBy { lines.append(style.say(Phrase.supersededBy.with(.code(next)))) }
    if let law = pack.interprets { lines.append(style.say(Phrase.interpretsLaw.with(.code(law)))) }
    if let nexus = pack.nexus {
      let asked = style.say(
        Phrase.appliesWhere.with(.word(nexus.appliesTo.rawValue), .code(rules.text(nexus.when))))
      lines.append("\(asked)  \(style(style.source(nexus.citation), .faint))")
    }
    lines += ["", style(style.say(.numbersOfLaw), .bold)]
    var table = TextTable([.left, .right, .left, .left])
    for parameter in parameters {
      table.add(
        [
          name(parameter), rules.value(parameter.content),
          style.source(parameter.citation),
          parameter.name,
        ],
        [nil, .water, .faint, .faint])
    }
    lines += table.lines(style, indent: 2)
    lines += scales + conventions
    lines += ["", style(style.say(.articles), .bold)]
    for article in pack.articles {
      lines += ["", "  \(style(article.id, .bold))  \(style(style.source(article.citation), .faint))"]
      lines.append("    \(article.says[style.language])")
      lines += rules.lines(article).map { line in
        style(String(repeating: "  ", count: 3 + line.depth) + line.text, .faint)
      }
    }
    return lines + ["", style(style.say(.citationNote), .faint)]
  }

  private var rules: RuleWords { RuleWords(pack, style.language) }

  private var scales: [String] {
    pack.scales.flatMap { scale in
      [
        "",
        "\(style(style.say(Phrase.scaleNamed.with(.word(scale.name))), .bold))  \(style(style.source(scale.citation), .faint))",
      ]
        + scale.steps.map { step in
          let asked = step.when.map(rules.text) ?? style.say(.always)
          return "  " + style.say(Phrase.labelled.with(.code(step.name), .code(asked)))
        }
    }
  }

  private var conventions: [String] {
    pack.conventions.values.map(\.convention).sorted { $0.name < $1.name }.flatMap { convention in
      let title = style.say(
        Phrase.countsNamed.with(.word(convention.measures.rawValue), .word(convention.bareName)))
      return ["", "\(style(title, .bold))  \(style(style.source(convention.citation), .faint))"]
        + ConventionWords(convention, pack, style.language).lines.map { "  \($0)" }
    }
  }

  private var parameters: [Parameter] { pack.parameters.values.sorted { $0.name < $1.name } }

  /// Each number with its name.
  var numbers: [String] { parameters.map { "\(name($0)) \(rules.value($0.content))" } }

  /// What it is called, and whether it is more than an example or shown for context.
  private func name(_ parameter: Parameter) -> String {
    let name = Message.Argument.text(Words.parameter(parameter.name))
    if parameter.isExample { return style.say(Phrase.parameterExample.with(name)) }
    return style.say((parameter.isContext ? Phrase.parameterContext : .listed).with(name))
  }
}
