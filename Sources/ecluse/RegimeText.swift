import Measures
import Pages
import Regimes

/// One regime for people: its numbers with their sources, then its articles.
struct RegimeText {
  let law: LawOutline
  let style: TextStyle

  init(pack: RegimePack, style: TextStyle) {
    law = LawOutline(pack, style.language)
    self.style = style
  }

  var lines: [String] {
    var lines = [
      style(law.title, .bold),
      "\(law.pack.id) \(law.pack.version) · \(law.kind) · sha256 \(law.pack.digest)",
    ]
    lines += law.standing
    if let nexus = law.nexus { lines.append("\(nexus.text)  \(style(style.source(nexus.source), .faint))") }
    lines += ["", style(style.say(.numbersOfLaw), .bold)]
    var table = TextTable([.left, .right, .left, .left])
    for number in law.numbers {
      table.add(
        [number.name, number.value, style.source(number.source), number.code], [nil, .water, .faint, .faint])
    }
    lines += table.lines(style, indent: 2)
    for section in law.scales + law.conventions {
      lines += ["", "\(style(section.title, .bold))  \(style(style.source(section.source), .faint))"]
      lines += section.lines.map { "  " + $0.text }
    }
    lines += ["", style(style.say(.articles), .bold)]
    for article in law.articles {
      lines += ["", "  \(style(article.title, .bold))  \(style(style.source(article.source), .faint))"]
      lines.append("    \(article.says)")
      lines += article.lines.map { line in
        style(String(repeating: "  ", count: 3 + line.depth) + line.text, .faint)
      }
    }
    return lines + ["", style(style.say(.citationNote), .faint)]
  }

  /// Each number with its name.
  var numbers: [String] { law.numbers.map { "\($0.name) \($0.value)" } }
}
