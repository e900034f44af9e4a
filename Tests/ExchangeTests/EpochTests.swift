import Exchange
import Measures
import Records
import RecordsIO
import TestSupport
import Testing

/// Tables of our own making, with the columns and the traps of those of Epoch AI.
@Suite struct EpochTests {
  private static let all =
    "Model,Domain,Organization,Publication date,Parameters,Training compute (FLOP),Training compute lower bound,Training compute upper bound,Training time (hours),Training hardware,Hardware quantity,Hardware utilization,Confidence,Country (from Organization),Base model,Finetune compute (FLOP),Foundation model,Training compute notes"
  private static let frontier =
    "Model,Publication date,Organization,Training compute (FLOP),Domain,Parameters,Training hardware,Confidence,Country (of organization),Base model,Finetune compute (FLOP),Hardware quantity,Hardware utilization (MFU),Training chip-hours,Base model compute,Training compute estimation method,Post-training compute (FLOP)"

  private func read(_ text: String) throws(Problems) -> Imported {
    try EpochTable.read(Array(text.utf8), file: "t.csv", language: .en) { name in
      name == "Chip" ? Ratio(1_000_000_000_000_000) : nil
    }
  }

  /// A row of the table of all models, from the fields that it has.
  private func row(_ fields: [String: String], header: String = all) -> String {
    header.split(separator: ",").map { fields[String($0)] ?? "" }.joined(separator: ",")
  }

  private func table(_ rows: [[String: String]]) throws(Problems) -> Imported {
    try read(([Self.all] + rows.map { row($0) }).joined(separator: "\n") + "\n")
  }

  private func node(_ imported: Imported, _ kind: String, _ local: String) throws -> Node {
    try #require(imported.records.first { $0.kind == kind && $0.local == local }).node(
      Mark(file: "t.csv", line: 0))
  }

  private func codes(_ act: () throws(Problems) -> Void) -> [Problem] {
    do {
      try act()
      return []
    } catch { return error.list }
  }

  // MARK: What a row becomes

  @Test func aModelWithoutBase() throws {
    let imported = try table([
      [
        "Model": "Große Nase-2.5", "Domain": "Language", "Organization": "Acme (France)",
        "Publication date": "2025-02-03",
        "Parameters": "2400000000.0", "Training compute (FLOP)": "9.504e+22", "Confidence": "Confident",
        "Country (from Organization)": "France", "Foundation model": "True",
      ]
    ])
    let model = try node(imported, "artifact", "gro-e-nase-2.5")
    #expect(model["name"]?.text == "Große Nase-2.5" && model["parameters"]?.text == "2.4e9")
    #expect(model["generates"]?.elements?.map(\.text) == ["language-text"] && model["model-type"] != nil)
    let run = try node(imported, "activity", "gro-e-nase-2.5/training")
    #expect(run["kind"]?.text == "pretraining" && run["by"]?.text == "acme" && run["complete"] != nil)
    let estimate = try #require(run["compute"]?.elements?.first)
    #expect(estimate["value"]?.text == "9.504e22 FLOP" && estimate["method"]?.text == "reported")
    #expect(estimate["confidence"]?.text == "confident")
    #expect(try node(imported, "party", "acme")["seat"]?.text == "FR")
    #expect(imported.findings.isEmpty)
  }

  /// With a base, the recorded total is perhaps cumulative: only the fine-tuning is its own.
  @Test func aModelWithBase() throws {
    let imported = try table([
      ["Model": " Base", "Publication date": "2024-01-01", "Training compute (FLOP)": "1e+24"],
      [
        "Model": "Fine\t", "Publication date": "2024-02-01", "Training compute (FLOP)": "1.2e+24",
        "Base model": "Base ",
        "Finetune compute (FLOP)": "2e+23",
      ],
    ])
    let run = try node(imported, "activity", "fine/training")
    #expect(run["kind"]?.text == "fine-tuning" && run["uses"]?.elements?.first?["artifact"]?.text == "base")
    #expect(run["compute"]?.elements?.first?["value"]?.text == "2e23 FLOP" && run["complete"] == nil)
    #expect(try node(imported, "artifact", "fine")["reported-total"]?.text == "1.2e24 FLOP")
    #expect(imported.findings.isEmpty)
  }

  @Test func theOtherEdition() throws {
    let imported = try read(
      [
        Self.frontier,
        row(
          [
            "Model": "Next", "Publication date": "2025-05-05", "Training compute (FLOP)": "3.91e+25",
            "Base model": "\"Elsewhere 405B\"", "Finetune compute (FLOP)": "1.114817000000001e+24",
            "Base model compute": "3.8e+25",
            "Training compute estimation method": "\"Operation counting,Hardware\"",
            "Post-training compute (FLOP)": "9.4e+22",
          ], header: Self.frontier),
      ].joined(separator: "\r\n"))
    // The noise of a binary fraction is not a digit of the figure.
    let estimate = try #require(node(imported, "activity", "next/training")["compute"]?.elements?.first)
    #expect(estimate["value"]?.text == "1.114817e24 FLOP")
    #expect(estimate["source"]?.text == "Epoch AI, Operation counting, Hardware")
    let base = try node(imported, "activity", "elsewhere-405b/training")
    #expect(base["compute"]?.elements?.first?["value"]?.text == "3.8e25 FLOP")
    #expect(imported.findings.map(\.code) == [.notTaken, .sourceIncomplete])
  }

  // MARK: The traps

  @Test func justAboveIsABound() throws {
    for (written, low) in [
      ("1.0000000001e+25", "1.0000000001e25 FLOP"), ("5.0000000000001e+26", "5.0000000000001e26 FLOP"),
      ("1.0001e+25", "1.0001e25 FLOP"), ("6.000010000000001e+24", "6.00001e24 FLOP"),
    ] {
      let imported = try table([["Model": "M", "Training compute (FLOP)": written]])
      let estimate = try #require(node(imported, "activity", "m/training")["compute"]?.elements?.first)
      #expect(estimate["low"]?.text == low && estimate["value"] == nil)
      #expect(imported.findings.map(\.code) == [.notTaken])
    }
    for (written, value) in [
      ("4.000000000000001e+20", "4e20 FLOP"), ("9.57902e+17", "9.57902e17 FLOP"), ("1.1e25", "1.1e25 FLOP"),
    ] {
      let imported = try table([["Model": "M", "Training compute (FLOP)": written]])
      #expect(
        try node(imported, "activity", "m/training")["compute"]?.elements?.first?["value"]?.text == value)
      #expect(imported.findings.isEmpty)
    }
  }

  @Test func boundsAreTakenWhereTheyAreAround() throws {
    func estimate(_ low: String, _ high: String) throws -> (Node?, [Problem.Code]) {
      let imported = try table([
        [
          "Model": "M", "Training compute (FLOP)": "2e+24", "Training compute lower bound": low,
          "Training compute upper bound": high,
        ]
      ])
      return (
        try node(imported, "activity", "m/training")["compute"]?.elements?.first,
        imported.findings.map(\.code)
      )
    }
    let (around, none) = try estimate("1e+24", "3e+24")
    #expect(around?["low"]?.text == "1e24 FLOP" && around?["high"]?.text == "3e24 FLOP" && none.isEmpty)
    let (apart, conflict) = try estimate("1e+25", "3e+24")
    #expect(apart?["low"] == nil && apart?["high"] == nil && conflict == [.sourceConflict])
  }

  @Test func impossibleUtilisationIsRefusedWithTheReason() throws {
    // 10 chips of 10^15 FLOP/s in one hour compute at most 3.6e19.
    var fields = [
      "Model": "M", "Training compute (FLOP)": "7.2e+19", "Training hardware": "Chip",
      "Hardware quantity": "10.0", "Training time (hours)": "1.0",
    ]
    let implied = try table([fields])
    #expect(implied.findings.map(\.code) == [.notTaken])
    #expect(implied.findings.first?.rule.text(.en).contains("2 times") == true)
    #expect(try node(implied, "activity", "m/training")["note"] == nil)
    fields["Training compute (FLOP)"] = "3.6e+19"
    #expect(try table([fields]).findings.isEmpty)
    fields["Hardware utilization"] = "1.4"
    let stated = try table([fields])
    #expect(stated.findings.map(\.field) == ["Training hardware"])
    #expect(stated.records.last?.comments.isEmpty == true && stated.records.contains { !$0.comments.isEmpty })
  }

  @Test func conflictsAreToldAndNothingIsMerged() throws {
    let imported = try table([
      ["Model": "Twin", "Publication date": "2024-05-01", "Training compute (FLOP)": "1e+23"],
      ["Model": "Twin ", "Training compute (FLOP)": "2e+23"],
      ["Model": "twin", "Training compute (FLOP)": "3e+23"],
      [
        "Model": "Child", "Publication date": "2024-01-01", "Training compute (FLOP)": "5e+23",
        "Base model": "\"Twin,Child,Gone\"",
        "Finetune compute (FLOP)": "1e+20",
      ],
      [
        "Model": "Other", "Training compute (FLOP)": "5e+24", "Base model": "Twin",
        "Finetune compute (FLOP)": "1e+20",
      ],
      ["Domain": "Language"],
      ["Model": "Odd", "Training compute (FLOP)": "5e+24", "Confidence": "Wrong"],
    ])
    #expect(
      imported.records.filter { $0.kind == "artifact" }.map(\.local) == [
        "twin", "twin-2", "twin-3", "child", "other", "odd", "gone",
      ])
    #expect(try node(imported, "activity", "odd/training")["compute"] == nil)
    #expect(try node(imported, "activity", "child/training")["uses"]?.elements?.count == 2)
    let told = imported.findings.map { $0.rule.text(.en) }
    for part in [
      "names no model", "Rows 2 and 3", "looks like the name", "its own base", "dated before",
      "recorded total", "“Gone”", "its own figure wrong",
    ] {
      #expect(told.contains { $0.contains(part) }, "\(part): \(told)")
    }
    #expect(imported.findings.allSatisfy { $0.mark?.file == "t.csv" && ($0.mark?.line ?? 0) > 0 })
  }

  @Test func severalOrganisationsAreOneActor() throws {
    let imported = try table([
      [
        "Model": "A", "Organization": "\"Acme, Inc.,Beta\"",
        "Country (from Organization)": "\"France,Hong Kong,China\"",
      ],
      ["Model": "B", "Organization": "Beta", "Country (from Organization)": "Hong Kong"],
      ["Model": "C", "Organization": "\"Acme, Inc.,Beta\""],
    ])
    #expect(
      imported.records.filter { $0.kind == "party" }.map(\.local) == ["acme-inc", "acme-inc+beta", "beta"])
    #expect(try node(imported, "party", "beta")["seat"]?.text == "HK")
    #expect(try node(imported, "party", "acme-inc")["seat"]?.text == "FR")
    #expect(try node(imported, "activity", "a/training")["by"]?.text == "acme-inc+beta")
  }

  // MARK: Broken tables

  @Test func theFormIsRFC4180() throws {
    let rows =
      "\u{FEFF}" + Self.all + "\r\n"
      + row(["Model": "\"A \"\"b\"\"\"", "Training compute notes": "\"one\r\ntwo,\n\""]) + "\n\n"
      + row(["Model": "C"]) + "\r\n" + row(["Model": "D"])
    #expect(
      try read(rows).records.filter { $0.kind == "artifact" }.map { $0["name"] } == [
        .text("A \"b\""), .text("C"), .text("D"),
      ])
  }

  @Test(arguments: [
    ("Model,Model", Problem.Code.badTable), ("Model,Name", .wrongFormat), ("", .wrongFormat),
    ("\"Model", .badTable),
    ("Mo\"del", .badTable), ("\"Model\"x,", .badTable), ("Model\r,x", .badTable),
    (String(repeating: "a,", count: 2000), .tooLarge),
    (String(repeating: "a", count: 2 << 20), .tooLarge),
  ]) func brokenHeaders(_ text: String, _ code: Problem.Code) {
    #expect(codes { () throws(Problems) in _ = try read(text) }.map(\.code) == [code])
  }

  /// Every shifted row is named, by its number and its line.
  @Test func shiftedColumnsAreRefusedWithTheRow() {
    let text = [
      Self.all, row(["Model": "\"a\nb\"", "Training compute (FLOP)": "1e24"]), "too,few",
      row(["Model": "c"]) + ",one more", row(["Model": "d", "Parameters": "Language"]),
      row(["Model": "e", "Publication date": "Confident"]),
      row(["Model": "f", "Training time (hours)": "-3"]),
    ].joined(separator: "\n")
    let found = codes { () throws(Problems) in _ = try read(text) }
    #expect(found.map(\.code) == Array(repeating: .badTable, count: 5))
    #expect(found.map { $0.mark?.line } == [4, 5, 6, 7, 8])
    #expect(found[0].rule.text(.en).hasPrefix("Row 3 has 2 fields and the header 18"))
    #expect(found[2].text(.fr).contains("Ligne 5"))
  }

  @Test func whatIsNotUTF8IsRefusedWithItsLine() {
    var bytes = Array((Self.all + "\n").utf8)
    bytes += [0xFF]
    let found = codes { () throws(Problems) in
      _ = try EpochTable.read(bytes, file: "t.csv", language: .en) { _ in nil }
    }
    #expect(found.map(\.code) == [.notUTF8] && found.first?.mark?.line == 2)
  }

  /// A million rows are refused in a bounded time, and nothing of them is kept.
  @Test func aMillionRows() {
    let line = row(["Model": "m"]) + "\n"
    let text = Self.all + "\n" + String(repeating: line, count: 1_000_000)
    let (found, seconds) = timed { codes { () throws(Problems) in _ = try read(text) } }
    #expect(found.map(\.code) == [.tooLarge])
    #expect(seconds < 20)
  }

  // MARK: Whatever comes, what is written can be read

  @Test(arguments: 0..<30) func anyTableBecomesADossierOrIsRefused(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "B", "-", "1e24", "1.0001e25", "0", "1e400", "Language", "\"x,y\"", "\u{202E}", "é", ".", "'", " ",
      "\"\"\"\"", "2024-02-30", "2024-02-03", "😀", "\u{A0}", "None",
    ]
    let header = Self.all.split(separator: ",").map(String.init)
    let rows = (0..<12).map { _ in
      header.map { name in
        let isText = !["Para", "Trai", "Hard", "Fine", "Publ"].contains { name.hasPrefix($0) }
        guard isText else {
          return Bool.random(using: &random)
            ? ""
            : name.hasPrefix("Publ")
              ? "2024-02-03" : ["1e24", "1e400", "0", "3.0"].randomElement(using: &random) ?? ""
        }
        let text = (0..<Int.random(in: 0...2, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
        return text.contains("\"") ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
      }.joined(separator: ",")
    }
    let text = ([Self.all] + rows).joined(separator: "\n")
    let imported: Imported
    do throws(Problems) { imported = try read(text) } catch {
      #expect(!error.list.isEmpty)
      return
    }
    let dossier = DossierText(namespace: "epoch", comments: imported.comments, records: imported.records)
    let tree = try YAMLReader.read(dossier.yaml, file: "a.yaml")
    let reading = RecordReader.reading([tree], places: try Dossier.places(), known: [GlobalID]())
    #expect(reading.problems.isEmpty, "seed \(seed): \(reading.problems.map { $0.text(.en) })")
  }
}
