import Measures
import Regimes

/// One regime for people: its numbers with their sources, then its articles.
struct RegimeText {
  let pack: RegimePack
  let style: TextStyle

  var lines: [String] {
    var lines = [
      style(pack.title[style.language], .bold),
      "\(pack.id) \(pack.version) · \(pack.status.rawValue) · \(pack.jurisdiction) · sha256 \(pack.digest)",
    ]
    if let from = pack.from {
      lines.append(Phrase.inForceFrom.with(.code(from.description)).text(style.language))
    }
    if pack.needsAdoption { lines.append(style.say(.bindsByAdoption)) }
    if let nexus = pack.nexus {
      lines.append(style("\(nexus.citation) (\(nexus.citation.checked.rawValue))", .faint))
    }
    lines += ["", style(style.say(.numbersOfLaw), .bold)]
    var table = TextTable([.left, .right, .left])
    for parameter in pack.parameters.values.sorted(by: { $0.name < $1.name }) {
      table.add(
        [
          parameter.name, parameter.content.text,
          "\(parameter.citation) (\(parameter.citation.checked.rawValue))",
        ],
        [nil, .water, .faint])
    }
    lines += table.lines(style, indent: 2)
    lines += ["", style(style.say(.articles), .bold)]
    for article in pack.articles {
      lines.append("  \(style(article.id, .bold))  \(article.says[style.language])")
      lines.append(
        style("    \(article.appliesTo.rawValue) · \(effects(article)) · \(article.citation)", .faint))
    }
    return lines
  }

  private func effects(_ article: Article) -> String {
    let effects = article.effects
    var words: [String] = []
    if let name = effects.classifies?.name {
      words.append("classifies \(name.pack == pack.id ? name.name : name.description)")
    }
    if let closes = effects.closes {
      words.append("closes \(closes.actions.map(\.rawValue).joined(separator: ", "))")
    }
    if !effects.obliges.isEmpty {
      words.append("obliges \(effects.obliges.map(\.duty).joined(separator: ", "))")
    }
    if let exempts = effects.exempts { words.append("exempts \(exempts.articles.joined(separator: ", "))") }
    if let defers = effects.defers { words.append("defers \(defers.articles.joined(separator: ", "))") }
    if !effects.permits.isEmpty {
      words.append("permits \(effects.permits.map(\.act).joined(separator: ", "))")
    }
    if !effects.retains.isEmpty {
      words.append("retains \(effects.retains.map(\.what).joined(separator: ", "))")
    }
    if let set = article.antitoneIn { words.append("antitone-in \(set)") }
    return words.joined(separator: "; ")
  }
}
