import Lineage
import Measures
import Records
import RecordsIO
import TestSupport
import Testing

@testable import Regimes

/// The European packs against what their texts say.
@Suite struct EuropeanTests {
  private static func model(_ amount: String, seat: String = "US", placed: String = "2026-01-10") -> String {
    """
    - dossier: acme
    - party: acme
      seat: \(seat)
      complete: [operates-in]
    - artifact: m
      generates: [language-text]
      complete: [generates]
    - activity: m/run
      kind: pretraining
      by: acme
      state: done
      from: 2024-01-01
      to: 2024-06-01
      produces: m
      complete: [uses]
      compute: [{ method: telemetry, value: \(amount) FLOP, low: \(amount) FLOP, high: \(amount) FLOP }]
    - deployment: d
      model: m
      by: acme
      access: api
      available-in: [FR]
      complete: [available-in]
      from: \(placed)

    """
  }

  private static let openly =
    "- open-licence: l\n  about: m\n  at: 2026-01-10\n  decision: free-and-open\n  covers: [weights, architecture, usage]\n"

  private func judge(_ texts: String...) throws -> Judge {
    try judge(of: texts.count == 1 ? Dossier(texts[0]) : Dossier(texts[0], texts[1]))
  }

  private func judge(of dossier: Dossier) throws -> Judge {
    let vocabulary = Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
    let packs = try ShippedTexts.folder("Packs").map { text in
      try PackReader.read(
        TextFile.tree(text.bytes, named: text.path), digest: Digest.sha256(text.bytes),
        vocabulary: vocabulary,
        places: Dossier.places())
    }
    return Judge(
      facts: try dossier.facts(), graph: try dossier.graph(), library: try RegimeLibrary(packs),
      places: try Dossier.places(), estimator: try Dossier.estimator())
  }

  private func act(_ judge: Judge, of model: GlobalID = acme("artifact", "m")) throws -> Determination {
    let pack = try #require(judge.library.pack("eu-ai-act-gpai"))
    return judge.determine(model, pack)
  }

  private func duties(_ determination: Determination) -> [String: Obligation.State] {
    Dictionary(
      determination.obligations.map { ($0.duty.duty, $0.state) }, uniquingKeysWith: { first, _ in first })
  }

  /// A chain of models, each tuned from the one before by another developer; the last is available in the Union.
  private func chain(_ amounts: String..., in place: String = "FR") throws -> Determination {
    var files: [String] = []
    for (index, amount) in amounts.enumerated() {
      let uses = index == 0 ? "[]" : "[{ artifact: \"p\(index - 1):m\", as: base-weights }]"
      files.append(
        """
        - dossier: p\(index)
        - party: p\(index)
          seat: US
        - artifact: m
          generates: [language-text]
          complete: [generates]
        - activity: m/run
          kind: \(index == 0 ? "pretraining" : "fine-tuning")
          by: p\(index)
          state: done
          from: 2024-0\(index + 1)-01
          to: 2024-0\(index + 1)-20
          produces: m
          uses: \(uses)
          complete: [uses]
          compute: [{ method: telemetry, value: \(amount) FLOP, low: \(amount) FLOP, high: \(amount) FLOP }]
        - deployment: d
          model: m
          by: p\(index)
          access: api
          available-in: [\(index == amounts.count - 1 ? "FR" : place)]
          complete: [available-in]
          from: 2026-01-10

        """)
    }
    return try act(judge(of: Dossier(files: files)), of: GlobalID("p\(amounts.count - 1)", "artifact", "m"))
  }

  /// A small modification in between hides nothing of what stands behind it, and makes nothing of a trifle.
  @Test func modificationsOfModifications() throws {
    let direct = try chain("7.8e24", "5e24")
    let through = try chain("7.8e24", "1e22", "5e24")
    #expect(direct.classes.map(\.verdict) == through.classes.map(\.verdict))
    #expect(direct.obligations.count > 5)
    #expect(duties(through) == duties(direct))
    #expect(try chain("3.8e25", "2.24e22", "1e22").obligations.isEmpty)
    #expect(try !chain("3.8e25", "2.24e22", "1.3e25").obligations.isEmpty)
  }

  /// That an original is placed in the Union, a stranger only claims: who modifies it may owe what it would owe.
  @Test(arguments: [("acme", ""), ("other", ""), ("other", "  by: other\n"), ("third", "")])
  func aStrangersDeployment(_ issuer: String, _ by: String) throws {
    let original = Self.model("3.8e25").replacing("available-in: [FR]", with: "available-in: [US]")
      .replacing("[available-in]", with: "[available-in, access]")
    let mine = Self.model("1e20", seat: "FR").replacing("acme", with: "other").replacing(
      "  complete: [uses]\n", with: "  uses: [{ artifact: acme:m, as: base-weights }]\n  complete: [uses]\n"
    ).replacing("from: 2024-01-01\n  to: 2024-06-01", with: "from: 2024-07-01\n  to: 2024-08-01")
    func owed(_ said: String) throws -> [String: Obligation.State] {
      var files = ["acme": original, "other": mine, "third": "- dossier: third\n"]
      files[issuer, default: ""] += said
      let dossier = try Dossier(files: files.sorted { $0.key < $1.key }.map(\.value))
      let judge = try judge(of: dossier)
      let pack = try #require(judge.library.pack("eu-ai-act-gpai"))
      return duties(judge.determine(GlobalID("other", "artifact", "m"), pack))
    }
    let claim =
      "- deployment: orig\n  model: acme:m\n\(by)  available-in: [FR]\n  access: api\n  from: 2026-01-10\n"
    #expect(try owed("")["notify-commission"] == .owed)
    #expect(try owed(claim)["notify-commission"] == (issuer == "acme" ? nil : .possible))
  }

  /// Nor does who modifies it establish that by writing the original and its developer into its own file.
  @Test func anOriginalInOnesOwnFile() throws {
    let original =
      "- party: maker\n- artifact: big\n  generates: [language-text]\n- activity: big/run\n  kind: pretraining\n  by: maker\n  to: 2024-01-01\n  produces: big\n  complete: [uses]\n  compute: [{ method: telemetry, value: 3.8e25 FLOP }]\n"
    let mine = Self.model("1e20", seat: "FR").replacing(
      "  complete: [uses]\n", with: "  uses: [{ artifact: big, as: base-weights }]\n  complete: [uses]\n")
    let placed =
      "- deployment: big\n  model: big\n  by: maker\n  available-in: [FR]\n  access: api\n  from: 2026-01-10\n"
    for said in ["", placed] {
      #expect(try duties(act(judge(mine + original + said)))["notify-commission"] == .possible)
    }
  }

  /// An original that is not placed in the Union has no provider there: who modifies it and places what comes of it is.
  @Test func originalsFromElsewhere() throws {
    #expect(try chain("3e25", "1e20").obligations.isEmpty)
    let foreign = try chain("3e25", "1e20", in: "US")
    #expect(duties(foreign)["notify-commission"] == .owed)
    #expect(duties(try chain("3e24", "3e24", "3e24", "3e24", in: "US"))["notify-commission"] == .owed)
  }

  /// Article 54: third countries; free and open models without systemic risk are excepted.
  @Test func representatives() throws {
    let word = "appoint-representative"
    #expect(try duties(act(judge(Self.model("1e24"))))[word] == .owed)
    #expect(try duties(act(judge(Self.model("1e24", seat: "DE"))))[word] == nil)
    #expect(try duties(act(judge(Self.model("1e24").replacing("  seat: US\n", with: ""))))[word] == .possible)
    #expect(try duties(act(judge(Self.model("1e24") + Self.openly)))[word] == nil)
    #expect(try duties(act(judge(Self.model("2e25") + Self.openly)))[word] == .owed)
    // A licence is not enough where the weights or the rest are not public.
    let closed = Self.openly.replacing("[weights, architecture, usage]", with: "[architecture, usage]")
    #expect(try duties(act(judge(Self.model("1e24") + closed)))[word] == .owed)
    // The representative keeps the documentation; who that is is not known here.
    let keeping = try act(judge(Self.model("1e24"))).retentions
    #expect(keeping.map(\.retention.what) == ["technical-documentation"] && keeping.map(\.party) == [nil])
  }

  /// Article 111(3) puts off every obligation, the notification among them; none without a date of placing.
  @Test func modelsPlacedBefore() throws {
    let before = try act(judge(Self.model("2e25", placed: "2025-08-01")))
    #expect(Set(before.obligations.map(\.state)) == [.deferred])
    #expect(before.obligations.contains { $0.duty.duty == "notify-commission" })
    let after = try act(judge(Self.model("2e25", placed: "2025-08-02")))
    #expect(Set(after.obligations.map(\.state)) == [.owed])
    let unknown = try act(judge(Self.model("2e25").replacing("  from: 2026-01-10\n", with: "")))
    #expect(Set(unknown.obligations.map(\.state)) == [.owed])
  }

  private func class_(_ name: String, _ judge: Judge, of local: String = "m") -> Verdict {
    let parts = name.split(separator: ":").map(String.init)
    return judge.verdict(acme("artifact", local), ClassName(pack: parts[0], name: parts[1]))
  }

  private static func synthetic(_ amount: String) -> String {
    """
    - artifact: data
      type: dataset
    - activity: data/run
      kind: data-generation
      by: acme
      produces: data
      complete: [uses]
      compute: [{ method: telemetry, value: \(amount) FLOP, low: \(amount) FLOP, high: \(amount) FLOP }]

    """
  }

  /// Paragraph 118: without systemic risk only what contributes to the parameters counts, with it everything.
  @Test(arguments: [
    ("9e22", "5e22", Verdict.fails), ("1.1e23", "5e22", .holds), ("9e22", "2e25", .holds),
  ])
  func directAndCumulative(_ own: String, _ data: String, _ expected: Verdict) throws {
    let text =
      Self.model(own).replacing(
        "  complete: [uses]\n", with: "  uses: [{ artifact: data, as: synthetic-data }]\n  complete: [uses]\n"
      )
      + Self.synthetic(data)
    let judge = try judge(text)
    #expect(class_("eu-gpai-guidelines-2025-07-18:gpai-indicative", judge) == expected)
    #expect(class_("eu-ai-act-gpai:systemic-risk", judge) == (data == "2e25" ? .holds : .fails))
  }

  private static func modified(_ original: String, by own: String, _ more: String = "") -> (String, String) {
    (
      model(original),
      """
      - dossier: other
      - party: other
        seat: US
        complete: [operates-in]
      - artifact: t
        generates: [language-text]
        complete: [generates]
      - activity: t/run
        kind: fine-tuning
        by: other
        state: done
        produces: t
        uses: [{ artifact: acme:m, as: base-weights }]
        complete: [uses]
        compute: [{ method: telemetry, value: \(own) FLOP, low: \(own) FLOP, high: \(own) FLOP }]
      - deployment: e
        model: t
        by: other
        access: api
        available-in: [FR]
        complete: [available-in]
        from: 2026-02-01
      \(more)
      """
    )
  }

  /// Paragraphs 62 to 65: a general-purpose model modified beyond the share is one again, however small the
  /// modification is by itself.
  @Test func modifiedModelsStayGeneral() throws {
    let (original, tuned) = Self.modified("1.2e23", by: "5e22")
    let judge = try judge(original, tuned)
    let id = GlobalID("other", "artifact", "t")
    #expect(
      judge.verdict(id, ClassName(pack: "eu-gpai-guidelines-2025-07-18", name: "provider-by-modification"))
        == .holds)
    #expect(judge.verdict(id, ClassName(pack: "eu-ai-act-gpai", name: "gpai-model")) == .holds)
    let pack = try #require(judge.library.pack("eu-gpai-guidelines-2025-07-18"))
    let determination = judge.determine(id, pack)
    // Its duties may be limited to the modification; they are those of the Act, and none besides.
    #expect(determination.permissions.map(\.permission.act) == ["limit-duties-to-the-modification"])
    #expect(determination.obligations.isEmpty)
    // What falls with the original is shown, where it is declared and where it is inherited.
    #expect(
      determination.findings.allSatisfy { ($0.article.antitoneIn == nil) || $0.antitoneIn == ["originals"] })
    let act = try #require(judge.library.pack("eu-ai-act-gpai"))
    #expect(
      judge.determine(id, act).findings.first { $0.article.id == "art-53" }?.antitoneIn == ["originals"])
    let (same, smaller) = Self.modified("1.2e23", by: "3e22")
    #expect(
      try self.judge(same, smaller).verdict(
        id, ClassName(pack: "eu-ai-act-gpai", name: "provided-by-developer"))
        == .fails)
  }

  /// Who builds upon what is not general-purpose is the provider of what comes of it: there is no other.
  @Test(arguments: [("1e20", Verdict.holds), ("1e23", .holds), ("1.00001e23", .fails)])
  func originalsThatAreNotGeneral(_ original: String, _ expected: Verdict) throws {
    let (base, tuned) = Self.modified(original, by: "2e22")
    let large = tuned.replacing("2e22", with: "5e25")
    let id = GlobalID("other", "artifact", "t")
    let provided = ClassName(pack: "eu-ai-act-gpai", name: "provided-by-developer")
    #expect(try judge(base, tuned).verdict(id, provided) == expected)
    let judge = try judge(base, large)
    #expect(judge.verdict(id, provided) == .holds)
    let act = try #require(judge.library.pack("eu-ai-act-gpai"))
    #expect(duties(judge.determine(id, act))["notify-commission"] == .owed)
  }

  /// What begins with weights and names none has some of nobody knows whom.
  @Test func tunedFromNothing() throws {
    let provided = "eu-ai-act-gpai:provided-by-developer"
    let tuned = Self.model("2e25").replacing("kind: pretraining", with: "kind: fine-tuning")
    #expect(try class_(provided, judge(Self.model("2e25"))) == .holds)
    #expect(try class_(provided, judge(tuned)) == .cannotBeExcluded)
    let before = "- activity: before\n  kind: pretraining\n  by: acme\n  produces: m\n  complete: [uses]\n"
    #expect(try class_(provided, judge(tuned + before)) == .holds)
  }

  /// A change neither makes other weights of a model nor places it earlier.
  @Test func changesEndNoDuty() throws {
    let first = Self.model("2e25")
    let duties = try duties(act(judge(first)))
    #expect(duties.values.contains(.owed))
    func changed(_ head: String, _ field: String, _ value: String) throws -> [String: Obligation.State] {
      let start = try #require(first.firstRange(of: head)).lowerBound
      let record = try #require(first[start...].split(separator: "\n- ").first)
      let later = record.replacing(try Regex("\(field): .*"), with: "\(field): \(value)")
      return try self.duties(
        act(judge(first + later + "\n  revision: 2\n  valid: { from: 2026-03-01 }\n")))
    }
    #expect(try changed("- artifact: m", "generates", "[speech]") == duties)
    #expect(try changed("- deployment: d", "from", "2025-07-01") == duties)
    #expect(try changed("- deployment: d", "available-in", "[US]") == duties)
  }

  /// Paragraph 70 and footnote 6: the notification is owed for a modified model of systemic risk too.
  @Test func modifiedModelsOfSystemicRiskAreNotified() throws {
    let commission =
      "- dossier: eu\n- party: eu\n  roles: [{ role: european-commission }]\n- designation: x\n  about: acme:m\n  decision: designated\n"
    let (original, tuned) = Self.modified("1e24", by: "5e23")
    let dossier = try Dossier(original, tuned, commission)
    let shipped = try judge(original).library
    let judge = Judge(
      facts: try dossier.facts(), graph: try dossier.graph(), library: shipped, places: try Dossier.places(),
      estimator: try Dossier.estimator())
    let act = try #require(shipped.pack("eu-ai-act-gpai"))
    let determination = judge.determine(GlobalID("other", "artifact", "t"), act)
    #expect(duties(determination)["notify-commission"] == .owed)
    #expect(determination.permissions.map(\.permission.act) == ["argue-against-systemic-risk"])
  }
}
