import Lineage
import Measures
import Pages
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// Every code that people may see has a label in both languages.
@Suite struct WordsOfPacks {
  private func check(_ codes: some Sequence<String>, _ whose: String) {
    for code in Set(codes).sorted() {
      let isThere = Words.all[code] != nil
      #expect(isThere, "\(whose): \(code) has no label in Sources/Measures/Catalogue/*Words.swift")
    }
  }

  @Test func ofTheVocabulary() throws {
    let file = try ShippedTexts.tree("Vocabulary/vocabulary.yaml")
    for section in ["attributes", "quantities", "sets", "paths", "roles", "recipients"] {
      let codes = file[section]?.entries?.map(\.key) ?? []
      #expect(!codes.isEmpty)
      check(codes, section)
    }
  }

  @Test func ofRecords() {
    check(Kinds.all.map(\.name), "kinds")
    check(Kinds.activityKinds + Kinds.linkRoles + ["unknown"], "activities")
    check(Estimate.Method.allCases.map(\.rawValue), "methods")
    check([Estimate.Book.groundTruth, .approximation].map(\.rawValue), "books")
    check(SubjectKind.allCases.map(\.rawValue), "subjects")
    check(RegimePack.Status.allCases.map(\.rawValue), "standings")
    check(Citation.Check.allCases.map(\.rawValue), "checks")
  }

  @Test func ofFindings() throws {
    let codes = try Sources.all().flatMap { path in
      let text = try Sources.lines(path).joined(separator: "\n")
      return text.matches(of: /\bFinding\(\s*"([a-z-]+)"/).map { String($0.output.1) }
    }
    #expect(codes.count > 5)
    check(codes, "findings")
  }

  /// Fields of a pack whose words appear in what people read.
  private static let fields: Set<String> = [
    "kind", "decision", "covers", "role", "as", "duty", "key", "in", "axis", "is", "let", "act", "name",
    "content",
    "accredited-by", "fulfilled-by",
  ]

  private func words(_ node: Node, under key: String? = nil) -> [String] {
    let inner =
      (node.entries ?? []).flatMap { words($0.value, under: $0.key) }
      + (node.elements ?? []).flatMap { words($0, under: key) }
    guard let key, Self.fields.contains(key), let text = node.text else { return inner }
    // Parameters, the pack's own place, and any place are no words.
    if text.hasPrefix("$") || ["jurisdiction", "any"].contains(text) { return inner }
    return inner + [text.split(separator: ":").last.map(String.init) ?? text]
  }

  @Test func ofThePacksThatShip() throws {
    for (path, bytes) in ShippedTexts.folder("Packs") {
      let articles = try #require(try TextFile.tree(bytes, named: path)["articles"])
      let found = words(articles)
      #expect(found.count > 5)
      check(found, path)
    }
  }

  @Test func ofTheirParametersAndEvents() throws {
    for name in try Workspace.library().packs.flatMap(\.parameters.keys) {
      #expect(Words.parameters[name] != nil, "\(name)")
    }
    let file = try ShippedTexts.tree("Vocabulary/vocabulary.yaml")
    let codes = ["events", "states"].flatMap { file[$0]?.entries?.map(\.key) ?? [] }
    #expect(codes.count > 5)
    for code in codes { #expect(Words.events[code] != nil, "\(code)") }
  }

  /// A citation is read in French word by word, and nothing in it but whole words changes.
  @Test(arguments: [
    (
      "Regulation (EU) 2024/1689, Article 53(1)(a), 53(2)",
      "Règlement (UE) 2024/1689, article 53, paragraphe 1, point a), article 53, paragraphe 2"
    ),
    ("Regulation (EU) 2024/1689, Article 3(63)", "Règlement (UE) 2024/1689, article 3, point 63)"),
    (
      "Article 113(b); C(2025) 5045, paragraph 41",
      "article 113, point b)\u{202F}; C(2025) 5045, paragraphe 41"
    ),
    ("Article 101", "article 101"),
    (
      "California, B&P Code, 22757.12(c)(2), 22757.16",
      "Californie, code des entreprises et professions, article 22757.12, c), 2), article 22757.16"
    ),
    (
      "C(2025) 5045 final, annex, paragraphs 60 to 64 and 118",
      "C(2025) 5045 final, annexe, paragraphes 60 à 64 et 118"
    ),
    (
      "a-thing.md, Annex B.2, third item (no figure given)",
      "a-thing.md, Annexe B.2, troisième point (sans chiffre)"
    ),
    ("Annex D, NR-2, training; A22", "Annexe D, NR-2, entraînement\u{202F}; A22"),
    (
      "Code of Practice, 10 July 2025, Measure 7.3(1)(f)",
      "Code de bonnes pratiques, 10 juillet 2025, Mesure 7.3, point 1, f)"
    ),
    (
      "Code of Practice, third draft, Measures II.9.1 and II.14.3",
      "Code de bonnes pratiques, troisième projet, Mesures II.9.1 et II.14.3"
    ),
    (
      "Executive Order 14110, section 4.2(a)(ii), 4.2(b)(ii)",
      "Décret 14110 des États-Unis, section 4.2, a), ii), 4.2, b), ii)"
    ),
    ("Tomorrow, android 2", "Tomorrow, android 2"),
  ])
  func citationsInFrench(_ en: String, _ fr: String) {
    #expect(CitationWords.text(en, .fr) == fr)
    #expect(CitationWords.text(en, .en) == en)
  }

  /// Every word of the citations that ship is French in French.
  @Test func noCitationIsLeftInEnglish() throws {
    let english: Set = [
      "the", "and", "or", "of", "to", "annex", "paragraph", "paragraphs", "item", "items", "first", "second",
      "third",
      "fourth", "fifth", "safe", "harbour", "regulation", "deployment", "training", "with", "no",
    ]
    for pack in try Workspace.library().packs {
      let citations = pack.articles.map(\.citation) + pack.parameters.values.map(\.citation)
      for citation in citations {
        let place = citation.place(.fr).lowercased()
        let words = Set(place.split { !$0.isLetter }.map(String.init))
        #expect(words.isDisjoint(with: english), "\(place)")
      }
    }
  }

  /// What binds keeps its first day only if records know that it binds.
  @Test func ordersAreKnownAsSuch() throws {
    func kinds(_ node: Node) -> [String] {
      let inner = (node.entries ?? []).map(\.value) + (node.elements ?? [])
      return [node["ordered"]?["kind"]?.text].compactMap { $0 } + inner.flatMap(kinds)
    }
    var found: Set<String> = []
    for (path, bytes) in ShippedTexts.folder("Packs") {
      found.formUnion(kinds(try TextFile.tree(bytes, named: path)))
    }
    #expect(found == Kinds.orders)
  }

  @Test func aWordOfSomebodyElseIsShownAsItIs() {
    #expect(Words.label("our-own-word", .fr) == "our-own-word")
    #expect(Words.label("safety-case", .fr) == "dossier de sécurité")
  }

  /// The whole answer about an example, in French, holds no code of the packs.
  @Test(arguments: ["seed-world", "modifier", "tiers", "two-regimes"])
  func anAnswerInFrenchHasNoCode(_ example: String) throws {
    let loaded = Loaded(Fixtures.example(example))
    let assessment = try loaded.assessment()
    let text = AssessmentReport(assessment: assessment, showAll: true, style: TextStyle(.fr, color: false))
      .text()
    let names = Set(
      assessment.packs.flatMap(\.articles).map(\.id) + assessment.packs.map(\.id)
        + assessment.packs.flatMap { $0.parameters.keys })
    let codes = Set(Words.all.keys.filter { $0.contains("-") && !names.contains($0) })
    for line in text.split(separator: "\n") {
      let words = line.split { !($0.isLetter || $0.isNumber || "-_:/".contains($0)) }.map(String.init)
      let left = codes.intersection(words)
      #expect(left.isEmpty, "\(left) in \(line)")
      // The mark of a remark is no punctuation.
      let prose = citationsRemoved(String(line.drop { " !".contains($0) }))
      #expect(Documentation.mistake(inFrench: prose) == nil, "\(line)")
    }
  }

  /// Nor does a code that is one word stand where people read, with every clause and fact, or in what a regime says of
  /// its numbers. Names, sources and what authors wrote stand as they are.
  @Test(arguments: [
    "seed-world", "safe-harbours", "california", "modifier", "tiers", "two-regimes", "planned", "eu-annex-a3",
  ])
  func clausesAndFactsInFrenchHaveNoCode(_ example: String) throws {
    let workspace = try Workspace(dossier: Fixtures.example(example))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let names = (workspace.dossier?.records ?? []).map(\.id).filter {
      ["artifact", "activity", "cluster", "party", "deployment", "incident", "document"].contains($0.kind)
    }
    // A field that is to be filled is named as it is written.
    let codes = Self.codes.subtracting(workspace.library.packs.map(\.id) + ["to", "at", "from"])
    #expect(codes.contains("devices") && codes.contains("approved") && codes.contains("strong"))
    var read: Set<String> = []
    for name in Set(names).sorted() {
      let assessment = try Assessment(
        workspace, facts, graph, names: [name.full], regimes: nil, explained: true)
      for determination in assessment.determinations {
        for why in determination.standings + determination.findings.map(\.because) {
          read.formUnion(texts(of: why))
        }
        read.formUnion(determination.remarks.map { $0.message.text(.fr) })
        read.formUnion(determination.headroom.map { $0.words.text(.fr) })
        read.formUnion(DutyGroup.groups(determination.obligations).map { $0.due(.fr) })
      }
    }
    #expect(read.count > 10)
    for pack in workspace.library.packs {
      read.formUnion(RegimeText(pack: pack, style: TextStyle(.fr, color: false)).numbers)
    }
    for text in read {
      let words = text.split { !($0.isLetter || $0.isNumber || "-_:/.".contains($0)) }.map(String.init)
      let left = codes.intersection(words)
      #expect(left.isEmpty, "\(left) in \(text)")
      for word in words {
        let isRaw = word.contains(/^(?:[0-9]+\.[0-9]+|[0-9]{5,})$|^(?:self|country)\./)
        #expect(!isRaw, "\(word) in \(text)")
      }
    }
  }

  /// The codes that French people call otherwise: a code that is also a French word, or stands in the French of another,
  /// says nothing.
  private static let codes: Set<String> = {
    let french = Words.all.merging(Words.parameters) { first, _ in first }
    let spoken = Set(
      french.values.flatMap { $0.text.fr.split { !($0.isLetter || $0 == "-") }.map(String.init) })
    return Set(french.keys.filter { !spoken.contains($0) && !$0.contains(" ") })
  }()

  /// What a clause and those below it say in French, facts included.
  private func texts(of why: Explanation) -> Set<String> {
    why.parts.reduce(into: Set([why.clause.text(.fr)] + why.facts.map { $0.text(.fr) })) {
      $0.formUnion(texts(of: $1))
    }
  }

  /// An example and what is shown for context only are marked as such.
  @Test func whatDecidesNothingIsMarked() throws {
    let packs = try Workspace.library().packs
    func numbers(_ id: String, _ language: Language) throws -> [String] {
      RegimeText(
        pack: try #require(packs.first { $0.id == id }), style: TextStyle(language, color: false)
      ).numbers
    }
    #expect(try numbers("seed-pauseai", .en).count { $0.contains("(example in the text)") } == 1)
    #expect(try numbers("seed-pauseai", .fr).count { $0.contains("(exemple dans le texte)") } == 1)
    #expect(try numbers("seed-pauseai", .en).count { $0.contains("(for context only)") } == 2)
    let penalty = try #require(try numbers("us-ca-sb53", .fr).first { $0.contains("(à titre indicatif)") })
    #expect(penalty.contains("des grands développeurs"))
  }

  /// What a law asks promptly and what it asks without undue delay are two standards, in both languages.
  @Test func twoStandardsOfHaste() throws {
    let event = JSON.string("serious-incident-known")
    for (key, en, fr) in [
      ("promptly", "promptly after", "promptement après"),
      ("without-undue-delay", "without undue delay after", "sans retard injustifié après"),
    ] {
      #expect(DueWords(.en).text(.object([key: event])).hasPrefix(en))
      #expect(DueWords(.fr).text(.object([key: event])).hasPrefix(fr))
    }
    let law = try #require(try Workspace.library().packs.first { $0.id == "eu-ai-act-gpai" })
    let report = law.articles.flatMap(\.effects.obliges).first { $0.duty == "report-serious-incidents" }
    #expect(report?.due == .object(["without-undue-delay": event]))
    #expect(
      DueWords(.en).text(.object(["promptly": .string("condition-met")]))
        == "promptly after the moment when the condition is met")
  }

  /// Citations are in the words of their pack.
  private func citationsRemoved(_ line: String) -> String {
    line.replacing(/(?:Regulation|C\(2025\)|Annexe|Article|keep-the-future)[^\n]*/, with: "")
  }
}
