/// The words that citations of the packs that ship are written in, with their French. What a pack of somebody else says
/// is shown as it is.
package enum CitationWords {
  /// Each with its French; the longer stands before the shorter that begins it.
  static let all: [Phrase] = [
    Phrase("Regulation (EU)", "Règlement (UE)"),
    Phrase("docs/sources.md", "docs/fr/sources.md"),
    Phrase("table and axis definitions", "tableau et définition des axes"),
    Phrase("inference compute rate", "taux de calcul d’inférence"),
    Phrase("after a repealed US order", "d’après un décret américain abrogé"),
    Phrase("no figure given", "sans chiffre"),
    Phrase("injunctive relief", "injonctions"),
    Phrase("first two items", "deux premiers points"),
    Phrase("first item", "premier point"),
    Phrase("second item", "deuxième point"),
    Phrase("third item", "troisième point"),
    Phrase("fourth item", "quatrième point"),
    Phrase("first safe harbour", "première exonération"),
    Phrase("second safe harbour", "deuxième exonération"),
    Phrase("third safe harbour", "troisième exonération"),
    Phrase("fourth safe harbour", "quatrième exonération"),
    Phrase("fifth safe harbour", "cinquième exonération"),
    Phrase("paragraphs", "paragraphes"),
    Phrase("paragraph", "paragraphe"),
    Phrase("Annex", "Annexe"),
    Phrase("annex", "annexe"),
    Phrase("deployment", "déploiement"),
    Phrase("training", "entraînement"),
    Phrase("opening", "introduction"),
    Phrase("at least", "au moins"),
    Phrase("and", "et"),
    Phrase("to", "à"),
    Phrase(";", " ;"),
  ]

  /// The citation in one language. Only whole words change.
  package static func text(_ citation: String, _ language: Language) -> String {
    guard language != .en else { return citation }
    var result = ""
    var rest = citation[...]
    while let first = rest.first {
      let isStart = result.last.map { !$0.isLetter && !$0.isNumber } ?? true
      let word = all.first { phrase in
        guard rest.hasPrefix(phrase.text.en), isStart || !first.isLetter else { return false }
        let next = rest.dropFirst(phrase.text.en.count).first
        return !first.isLetter || next.map { !$0.isLetter && !$0.isNumber } ?? true
      }
      result += word?.text[language] ?? String(first)
      rest = rest.dropFirst(word?.text.en.count ?? 1)
    }
    return result
  }
}

extension Citation {
  /// The document and the place, for people.
  package func text(_ language: Language) -> String { CitationWords.text(description, language) }

  /// The place, for people.
  package func place(_ language: Language) -> String { CitationWords.text(locus, language) }
}
