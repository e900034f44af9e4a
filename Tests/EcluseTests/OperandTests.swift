import ArgumentParser
import Measures
import Records
import Testing

@testable import ecluse

/// Names and folders on the command line: what is wrong, what was meant, and the exit code.
@Suite struct OperandTests {
  private func problems(_ act: () throws -> Void) -> [Problem] {
    do {
      try act()
      return []
    } catch { return (error as? Problems)?.list ?? [] }
  }

  private func missing(_ name: String, in dossier: String? = nil) -> [Problem] {
    problems {
      let workspace = try Workspace(dossier: dossier)
      _ = try workspace.ids(named: [name], kinds: ["artifact", "activity", "party"], mayBeFolder: true)
    }
  }

  /// What stands in no file stands on the command line.
  @Test func aWrongNameIsAWrongCommandLine() {
    let found = missing("no-such-thing")
    #expect(found.map(\.code) == [.missingRecord] && found[0].mark == nil)
    #expect(
      found[0].text(.en).hasPrefix("No folder is named “no-such-thing”, and nothing in the public record is.")
    )
    #expect(Exit.after(Problems(found), .en).rawValue == Exit.usage)
    let inFile = Problem(
      .badDate, at: Mark(file: "a.yaml", line: 3), rule: Phrase.badDate.message,
      remedy: Phrase.writeDate.message)
    #expect(Exit.after(Problems([inFile] + found), .en).rawValue == Exit.badInput)
  }

  @Test(arguments: [
    ("lama-3.1-405b", "llama-3.1-405b"), ("Llama 3.1-405", "llama-3.1-405b"),
    ("behemoth", "llama-4-behemoth"),
  ])
  func theNearestAreNamed(_ wrong: String, _ meant: String) {
    let text = missing(wrong).first?.text(.en) ?? ""
    #expect(text.contains("Did you mean") && text.contains(meant), "\(text)")
  }

  /// What people call a thing means it, in capitals or not.
  @Test(arguments: [
    ("GPT-4 (Jun 2023)", "gpt-4-jun-2023"), ("llama 3.1-405b", "llama-3.1-405b"), ("Grok 3", "grok-3-2"),
    ("GPT-4", "gpt-4"), ("PUBLIC:GPT-4", "gpt-4"), ("Llama-3.1-405B", "llama-3.1-405b"),
  ])
  func aTitleIsAName(_ title: String, _ local: String) throws {
    let workspace = try Workspace(dossier: nil)
    #expect(try workspace.ids(named: [title], kinds: ["artifact"]).map(\.local) == [local])
  }

  @Test func aFileIsNotADossier() {
    let path = Fixtures.example("modifier") + "/facts.yaml"
    for isDossier in [true, false] {
      let found = problems { _ = try operands([path], isDossier: isDossier) }
      #expect(found.first?.text(.en).contains("is a file; a dossier is a folder") == true)
      #expect(Exit.after(Problems(found), .en).rawValue == Exit.inputOutput)
    }
  }

  /// A folder that cannot be read has no line.
  @Test func aMissingFolderHasNoLine() throws {
    #expect(try operands(["./gone"]).dossier == "./gone" && operands(["gone"]).names == ["gone"])
    let text = problems { _ = try Workspace(dossier: "gone") }.first?.text(.fr)
    #expect(
      text
        == "gone: Il ne peut être lu\u{A0}: fichier ou répertoire inexistant. Vérifiez son existence et ses droits. [unreadable]"
    )
  }

  /// A bare name means the first namespace of a folder, then the others if only one of them has it.
  @Test func bareNamesInAFolderOfSeveralParties() throws {
    let folder = try Scratch.folder()
    try Scratch.write(Array("- dossier: acme\n- artifact: m\n".utf8), to: "\(folder)/a.yaml")
    try Scratch.write(
      Array("- dossier: beta\n- artifact: m\n- artifact: n\n- artifact: o\n".utf8), to: "\(folder)/b.yaml")
    try Scratch.write(Array("- dossier: gamma\n- artifact: o\n".utf8), to: "\(folder)/c.yaml")
    let workspace = try Workspace(dossier: folder)
    func named(_ name: String) throws(Problems) -> [String] {
      try workspace.ids(named: [name], kinds: ["artifact"]).map(\.description)
    }
    #expect(try named("m") == ["acme:m"] && named("n") == ["beta:n"] && named("beta:m") == ["beta:m"])
    let found = problems { _ = try named("o") }
    #expect(found.map(\.code) == [.ambiguousName])
    #expect(found[0].text(.en).contains("Several records are named “o”: beta:o, gamma:o. Write beta:o."))
  }

  /// Narrowing the regimes is said, because what was left out may bind.
  @Test func whatWasLeftOutIsSaid() throws {
    let loaded = Loaded(Fixtures.example("modifier"))
    func text(_ regimes: String?) throws -> String {
      let assessment = try loaded.assessment(regimes: regimes)
      return AssessmentReport(assessment: assessment, showAll: false, style: TextStyle(.en, color: false))
        .text()
    }
    #expect(try text("eu-ai-act-gpai").contains("Judged under eu-ai-act-gpai only. Left out: "))
    #expect(try !text(nil).contains("Left out"))
  }

  /// A conflict of names in the public record is visible without naming either.
  @Test func theSummaryNamesLookAlikes() throws {
    let loaded = Loaded(nil)
    let assessment = try loaded.assessment()
    let text = AssessmentReport(assessment: assessment, showAll: false, style: TextStyle(.en, color: false))
      .text()
    #expect(text.contains("look alike and nobody has joined them: public:grok-3, public:grok-3-2"))
    #expect(text.contains("As of 21\u{A0}November 2026, end of the day, UTC"))
  }
}
