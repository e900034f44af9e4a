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
    Phrase("California, B&P Code", "Californie, code des entreprises et professions"),
    Phrase("California, Labor Code", "Californie, code du travail"),
    Phrase("California, Stats. 2025 ch. 138", "Californie, lois de 2025, chap. 138"),
    Phrase("Where the law of California applies", "Où le droit de Californie s’applique"),
    Phrase("Code of Practice, 10 July 2025", "Code de bonnes pratiques, 10 juillet 2025"),
    Phrase("Code of Practice, third draft", "Code de bonnes pratiques, troisième projet"),
    Phrase("New York, General Business Law", "New York, loi générale sur les affaires"),
    Phrase("New York, L. 2026 ch. 96", "New York, lois de 2026, chap. 96"),
    Phrase("Korea, AI Basic Act", "Corée, loi-cadre sur l’IA"),
    Phrase("Executive Order 14110", "Décret 14110 des États-Unis"),
    Phrase("California, SB 1047 (2024)", "Californie, SB 1047 (2024)"),
    Phrase("Where the law of Illinois applies", "Où s’applique le droit de l’Illinois"),
    Phrase("Where the law of Korea applies", "Où s’applique le droit de Corée"),
    Phrase("Where the repealed order applied", "Où s’appliquait le décret abrogé"),
    Phrase(
      "enforcement decree, safety of high-performance AI",
      "décret d’application, sûreté de l’IA de haute performance"),
    Phrase("enforcement decree, methods of counting", "décret d’application, méthodes de calcul"),
    Phrase("announcement on a period of grace", "annonce d’un délai de grâce"),
    Phrase("duty of safety", "obligation de sûreté"),
    Phrase("definition of a covered model, fine-tuning", "définition d’un modèle visé, affinage"),
    Phrase("safety and security protocol", "protocole de sûreté et de sécurité"),
    Phrase("disclosure statement", "déclaration au registre"),
    Phrase("incident reports", "rapports d’incident"),
    Phrase("whistleblowers", "lanceurs d’alerte"),
    Phrase("penalties", "sanctions"),
    Phrase("section", "section"),
    Phrase("glossary, model", "glossaire, modèle"),
    Phrase("recitals of the chapter", "considérants du chapitre"),
    Phrase("Measures", "Mesures"),
    Phrase("Measure", "Mesure"),
    Phrase("Commitment", "Engagement"),
    Phrase("Appendix", "Appendice"),
    Phrase("Adequacy for the model, third condition", "Adéquation propre au modèle, troisième condition"),
    Phrase("Adequacy for the model", "Adéquation propre au modèle"),
    Phrase("Adequacy of the framework", "Adéquation du cadre"),
    Phrase("Process of adequacy", "Processus d’adéquation"),
    Phrase("Access and resources", "Accès et ressources"),
    Phrase("Automated AI research", "R&D d’IA automatisée"),
    Phrase("Accepting risks", "Acceptation des risques"),
    Phrase("Discovering and assessing risks", "Découverte et évaluation des risques"),
    Phrase("Evaluations before placing", "Évaluations avant la mise sur le marché"),
    Phrase("Evaluations after placing", "Évaluations après la mise sur le marché"),
    Phrase("External input", "Apport externe"),
    Phrase("Improving the framework", "Amélioration du cadre"),
    Phrase("Information on incidents, ninth item", "Informations sur les incidents, neuvième point"),
    Phrase("Intended behaviour", "Comportement prévu"),
    Phrase("Known unacceptable risks", "Risques inacceptables connus"),
    Phrase("Milestones, first family", "Jalons, première famille"),
    Phrase("Milestones", "Jalons"),
    Phrase("Updates of model reports", "Mises à jour des rapports de modèles"),
    Phrase("Model reports", "Rapports de modèles"),
    Phrase("Monitoring after placing", "Surveillance post-commercialisation"),
    Phrase("Our forecasts", "Nos prévisions"),
    Phrase("Planning development", "Planification du développement"),
    Phrase("Preparing mitigations", "Préparation des mesures"),
    Phrase("Protection from retaliation", "Protection contre les représailles"),
    Phrase("Protection of weights", "Protection des poids"),
    Phrase("Public transparency", "Transparence publique"),
    Phrase("Qualified teams", "Équipes qualifiées"),
    Phrase("Reporting times", "Délais de signalement"),
    Phrase("Responsibilities", "Responsabilités"),
    Phrase("Retention of incidents", "Conservation des incidents"),
    Phrase("Retention", "Conservation"),
    Phrase("Safely derived models", "Modèles dérivés en toute sécurité"),
    Phrase("Security", "Mesures de sécurité"),
    Phrase("Sharing", "Partage"),
    Phrase("Staging", "Échelonnement"),
    Phrase("Summary", "Résumé"),
    Phrase("note", "note"),
    Phrase("commitments, first and last paragraphs", "engagements, premier et dernier alinéas"),
    Phrase("commitments, last paragraph", "engagements, dernier alinéa"),
    Phrase("commitments, third paragraph", "engagements, troisième alinéa"),
    Phrase("last paragraph", "dernier alinéa"),
    Phrase("list of companies", "liste des entreprises"),
    Phrase("the day on which the summit in Paris opened", "jour d’ouverture du sommet de Paris"),
    Phrase("conclusions, measure (a)", "conclusions, mesure a)"),
    Phrase("conclusions, measure (b)", "conclusions, mesure b)"),
    Phrase("conclusions, measure (c)", "conclusions, mesure c)"),
    Phrase("conclusions, last paragraph", "conclusions, dernier alinéa"),
    Phrase("point", "point"),
    Phrase("Training of general AI systems", "Entraînement de systèmes d’IA générale"),
    Phrase("International agency", "Agence internationale"),
    Phrase("Deployment of models", "Déploiement des modèles"),
    Phrase("Long-term policy", "Politique à long terme"),
    Phrase("Other measures", "Autres mesures"),
    Phrase("first survey", "premier sondage"),
    Phrase("second survey", "deuxième sondage"),
    Phrase("fourth to sixth items", "quatrième à sixième points"),
    Phrase("limb 1", "volet 1"),
    Phrase("limb 2", "volet 2"),
    Phrase("first two items", "deux premiers points"),
    Phrase("first item", "premier point"),
    Phrase("second item", "deuxième point"),
    Phrase("third item", "troisième point"),
    Phrase("fourth item", "quatrième point"),
    Phrase("sixth item", "sixième point"),
    Phrase("seventh item", "septième point"),
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
    text(language == .fr ? articles(citation) : citation, language, all)
  }

  /// Articles as French law cites them: the definition `Article 3(63)` is its point 63), `Article 51(1)(a)` is paragraph 1,
  /// point a). Sections of a code, as `22757.12(c)(2)`, keep their letters and numbers.
  private static func articles(_ citation: String) -> String {
    // Measures, appendices and sections are no articles: `Measure 7.3(1)(f)` is its point 1, f).
    if citation.contains(/\b(Measure|Appendix|Commitment|section )/) {
      return citation.replacing(/((?:\([0-9A-Za-z]+\))+)(?=$|[,;]| and)/) { match in
        let places = match.1.split { "()".contains($0) }.map { Int($0) == nil ? "\($0))" : "point \($0)" }
        return ([""] + places).joined(separator: ", ")
      }
    }
    return citation.replacing(/(?:Article )?(\d+(\.\d+)?)((?:\([0-9A-Za-z]+\))+)|Article (\d+)|(\d{4,}\.\d+)/)
    {
      match in
      let places = (match.3 ?? "").split { "()".contains($0) }.map { place in
        if match.2 != nil { return "\(place))" }
        return Int(place).map { $0 < 20 ? "paragraphe \($0)" : "point \($0))" } ?? "point \(place))"
      }
      return (["article \(match.1 ?? match.4 ?? match.5 ?? "")"] + places).joined(separator: ", ")
    }
  }

  /// The text with each of these words in the other language.
  fileprivate static func text(_ citation: String, _ language: Language, _ all: [Phrase]) -> String {
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

/// The words of the sources that the public record names. What a dossier says of its own is shown as it is.
package enum SourceWords {
  static let all: [Phrase] = [
    Phrase("estimates by third parties", "estimations de tiers"),
    Phrase("facts up to July 2025", "faits jusqu’en juillet 2025"),
    Phrase("names no base", "ne nomme aucune base"),
    Phrase("(reading)", "(notre lecture)"),
    Phrase("domain:", "domaine :"),
    Phrase("Language", "langage"),
    Phrase("Image generation", "production d’images"),
    Phrase("Multimodal", "multimodal"),
    Phrase("Speech", "parole"),
    Phrase("Video", "vidéo"),
    Phrase("Vision", "vision"),
    Phrase("Audio", "audio"),
    Phrase("Robotics", "robotique"),
    Phrase("Medicine", "médecine"),
    Phrase("Mathematics", "mathématiques"),
    Phrase("Search", "recherche"),
    Phrase("Biology", "biologie"),
  ]

  /// A source in one language.
  package static func text(_ source: String, _ language: Language) -> String {
    source.hasPrefix("Epoch AI, ") ? CitationWords.text(source, language, all) : source
  }
}

extension Citation {
  /// The document and the place, for people.
  package func text(_ language: Language) -> String { CitationWords.text(description, language) }

  /// The place, for people.
  package func place(_ language: Language) -> String { CitationWords.text(locus, language) }
}
