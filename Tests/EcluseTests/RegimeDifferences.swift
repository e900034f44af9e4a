import Measures
import Pages
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// What two texts say differently, and in what words.
@Suite struct RegimeDifferences {
  private static let library = Laws.workspace.library

  private func pack(_ name: String) throws -> RegimePack { try #require(Self.library.pack(name)) }

  /// The third draft and the final Code differ in the topics that the table of them lists, and in nothing else.
  @Test func draftAndFinalDifferInTheTopicsOfTheTable() throws {
    let difference = PackDifference(
      try pack("eu-cop-draft3-2025-03-11"), try pack("eu-cop-2025-07-10"))
    let table = try Fixtures.table("cop-diff.csv")
    var (expected, same): (Set<String>, Set<String>) = ([], [])
    var topics = 0
    for row in table {
      topics += 1
      let articles = Set((row["articles"] ?? "").split(separator: " ").map(String.init))
      if row["differs"] == "yes" { expected.formUnion(articles) } else { same.formUnion(articles) }
    }
    #expect(topics == 39)
    #expect(Set(difference.articles.map(\.id)) == expected)
    // What the table calls the same is in both, and the same.
    for id in same where !id.hasSuffix("-agreed") {
      #expect(difference.old.article(id) != nil && difference.new.article(id) != nil, "\(id)")
    }
    #expect(difference.scales.isEmpty && difference.conventions.isEmpty)
    #expect(difference.head == ["status", "in-force"])
  }

  /// Every topic of the table that the sample framework speaks of is an article of its pack.
  @Test func theSampleFrameworkSpeaksOfItsTopics() throws {
    let framework = try pack("seed-framework-2025-04-07")
    let silent: Set = ["not stated", "-"]
    for row in try Fixtures.table("cop-diff.csv") {
      guard let said = row["sample framework"], !silent.contains(said) else { continue }
      let articles = (row["articles"] ?? "").split(separator: " ").map(String.init)
      let isThere = articles.isEmpty || articles.contains { framework.article($0) != nil }
      #expect(isThere, "\(row["topic"] ?? "")")
    }
  }

  @Test func aPackDiffersFromNoneButOthers() {
    for pack in Self.library.packs {
      #expect(PackDifference(pack, pack).isEmpty, "\(pack.id)")
      for other in Self.library.packs where other !== pack {
        #expect(!PackDifference(pack, other).isEmpty, "\(pack.id) \(other.id)")
      }
    }
  }

  private func read(_ text: String) throws -> RegimePack {
    let bytes = Array(text.utf8)
    return try PackReader.read(
      try TextFile.tree(bytes, named: "pack.yaml"), digest: Digest.sha256(bytes),
      vocabulary: Workspace.vocabulary(), places: Workspace.places())
  }

  private func shipped(_ name: String) throws -> String {
    let file = try #require(ShippedTexts.folder("Packs").first { $0.path.hasSuffix("/\(name).yaml") })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// One thing changed is one thing found, in the article that rests on it; names and words of our own are nothing.
  @Test(arguments: [
    ("value: 1e26 FLOP", "value: 2e26 FLOP", ["frontier-compute"], ["frontier-model"]),
    (
      "name: training-compute, convention: us-ca-sb53, above",
      "name: training-compute, convention: us-ca-sb53, at-least", [], ["frontier-model"]
    ),
    ("in: [outside-evaluation]", "in: [inside-evaluation]", [], ["critical-safety-incident"]),
    (
      "due: { within: $incident-report-within, from: incident-discovered }",
      "due: { within: $incident-report-within, from: incident-occurred }", [], ["critical-safety-incident"]
    ),
    (
      "to: cal-oes, due: { every: $summary-every", "to: public, due: { every: $summary-every", [],
      ["internal-use-summary"]
    ),
    ("A frontier developer is large if", "A developer is large if", [], []),
    ("locus: 22757.11(j)", "locus: 22757.11(k)", [], []),
    (
      "for: $unredacted-kept-for, from: published", "for: $unredacted-kept-for, from: document-dated", [],
      ["redactions"]
    ),
  ])
  func oneThingChanged(_ old: String, _ new: String, _ numbers: [String], _ articles: [String]) throws {
    let text = try shipped("us-ca-sb53")
    #expect(text.contains(old))
    let difference = PackDifference(try read(text), try read(text.replacing(old, with: new)))
    #expect(difference.numbers.compactMap(\.new?.name) == numbers)
    #expect(difference.articles.map(\.id) == articles)
  }

  /// A parameter under another name is the same rule.
  @Test func aNumberUnderAnotherName() throws {
    let text = try shipped("us-ca-sb53")
    let renamed = text.replacing("frontier-compute", with: "fine-at-most-of-all")
    let difference = PackDifference(try read(text), try read(renamed))
    #expect(difference.articles.isEmpty)
    #expect(difference.numbers.count == 2)
  }

  /// What is shown of every pack, and of what any two say differently, is in words: nothing is left as data.
  @Test(arguments: Language.allCases) func everythingIsSaidInWords(_ language: Language) throws {
    for pack in Self.library.packs {
      let rules = RuleWords(pack, language)
      let lines = pack.articles.flatMap { rules.lines($0) }.map(\.text)
      #expect(lines.count > pack.articles.count)
      for line in lines {
        let isWords = !line.contains("{") && !line.contains("[") && !line.contains("$") && !line.contains("?")
        #expect(isWords, "\(pack.id): \(line)")
      }
    }
    let difference = PackDifference(
      try pack("eu-cop-draft3-2025-03-11"), try pack("eu-cop-2025-07-10"))
    for line in DifferenceText(difference, language).lines {
      let isWords = !line.text.contains("{") && !line.text.contains("[") && !line.text.contains("$")
      #expect(isWords, "\(line.text)")
    }
  }
}
