import Measures

@testable import Records

/// The reference of the kinds of records as Markdown, made from the catalogue: what `docs/records.md` and its
/// French version must contain between their two marks.
struct KindsReference {
  let language: Language

  static let begin = "<!-- kinds: written by scripts/reference -->"
  static let end = "<!-- end of kinds -->"

  var markdown: String {
    var text = ""
    text += "### \(say("Every record", "Tout énoncé"))\n\n"
    text += table(Kinds.commonFields)
    for kind in Kinds.all where !kind.isAct {
      text += "### \(kind.name)\n\n\(kind.means[language])\n\n" + table(kind.fields)
    }
    text += "### \(say("Estimates", "Estimations"))\n\n"
    text += say(
      "What `compute` and `budget` hold: one or more of these groups.",
      "Ce que contiennent `compute` et `budget`\u{A0}: un ou plusieurs de ces groupes.")
    text += "\n\n" + table(Kinds.estimateFields)
    let acts = Kinds.all.filter(\.isAct)
    text += "### \(say("Acts", "Actes"))\n\n"
    text += say(
      "What somebody decides, orders, attests or files. All of them have the same fields.",
      "Ce que quelqu’un décide, ordonne, atteste ou dépose. Tous ont les mêmes champs.")
    text += "\n\n" + table(acts.first?.fields ?? [])
    text += "| \(say("act", "acte")) | \(say("what it is", "ce que c’est")) |\n|---|---|\n"
    for act in acts { text += "| `\(act.name)` | \(act.means[language]) |\n" }
    return text + "\n"
  }

  private func say(_ en: String, _ fr: String) -> String { language == .en ? en : fr }

  private func table(_ fields: [Field]) -> String {
    var rows =
      "| \(say("field", "champ")) | \(say("holds", "contient")) | \(say("head", "tête")) | "
      + "\(say("means", "signifie")) |\n|---|---|---|---|\n"
    for (path, field) in flat(fields, "") {
      let required = field.isRequired ? say(", required", ", obligatoire") : ""
      let head = field.isHead ? say("yes", "oui") : ""
      rows += "| `\(path)` | \(holds(field.shape))\(required) | \(head) | \(field.means[language]) |\n"
    }
    return rows + "\n"
  }

  /// The fields with those of the groups inside them, except estimates, which have their own table.
  private func flat(_ fields: [Field], _ prefix: String) -> [(String, Field)] {
    fields.flatMap { field -> [(String, Field)] in
      let path = prefix + field.name
      return [(path, field)] + (isEstimates(field.shape) ? [] : flat(members(field.shape), path + "."))
    }
  }

  private func members(_ shape: Shape) -> [Field] {
    switch shape {
    case .group(let fields): fields
    case .list(let element): members(element)
    default: []
    }
  }

  private func isEstimates(_ shape: Shape) -> Bool {
    let names = Set(members(shape).map(\.name))
    return names.contains("method") && names.isSubset(of: Set(Kinds.estimateFields.map(\.name)))
  }

  private func holds(_ shape: Shape) -> String {
    if isEstimates(shape) { return say("estimates", "des estimations") }
    switch shape {
    case .text: return say("text", "un texte")
    case .word(let words):
      return words.isEmpty
        ? say("a word", "un mot") : words.map { "`\($0)`" }.joined(separator: say(" or ", " ou "))
    case .moment: return say("a day or an instant", "un jour ou un instant")
    case .place: return say("a place", "un lieu")
    case .digest: return say("`sha256:` and 64 digits", "`sha256:` et 64 chiffres")
    case .integer: return say("a whole number", "un nombre entier")
    case .flag: return "`yes` \(say("or", "ou")) `no`"
    case .reference(let kinds):
      return say("the name of ", "le nom d’un énoncé")
        + (kinds.isEmpty
          ? say("a record", "")
          : say("", " ") + kinds.map { "`\($0)`" }.joined(separator: say(" or ", " ou ")))
    case .number: return say("a number, or `{ low, best, high }`", "un nombre, ou `{ low, best, high }`")
    case .quantity(.share): return say("a number or a fraction", "un nombre ou une fraction")
    case .quantity(let dimension): return say("a quantity in ", "une quantité en ") + unit(dimension)
    case .money: return say("an amount of money", "une somme d’argent")
    case .chip: return say("a class of accelerators, `h100-sxm`", "une classe d’accélérateurs, `h100-sxm`")
    case .chips: return say("accelerators, `64 x h100-sxm`", "des accélérateurs, `64 x h100-sxm`")
    case .list(.group): return say("one or more groups", "un ou plusieurs groupes")
    case .list(let element): return say("one or more: ", "un ou plusieurs\u{A0}: ") + holds(element)
    case .group: return say("a group", "un groupe")
    case .verbatim: return say("names and values", "des noms et des valeurs")
    }
  }

  private func unit(_ dimension: Dimension) -> String {
    switch dimension {
    case .flop: "FLOP"
    case .flopPerSecond: "FLOP/s"
    case .bitPerSecond: "bit/s"
    case .parameters: "parameters"
    case .tokens: "tokens"
    case .people: "people"
    case .money(let currency): currency
    case .share: "%"
    }
  }
}
