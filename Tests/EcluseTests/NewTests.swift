import Exchange
import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// A first dossier from a few answers.
@Suite struct NewTests {
  private static let whole = [
    "Ardevane SA", "FR", "FR, DE", "2", "Ardevane Assistant", "llama-3.1-405b", "1", "2026-03-02",
    "2026-03-12", "64xH100",
    "240", "0.41", "FR,DE", "2", "2026-05-01",
  ]

  private func asked(_ answers: [String], said: (String) -> Void = { _ in }) throws -> DossierText {
    var rest = answers[...]
    return try withoutActuallyEscaping(said) { said in
      let questions = Questions(TextStyle(.en, color: false), say: said, next: { rest.popFirst() })
      return try NewDossier(questions, Workspace(dossier: nil)).asked()
    }
  }

  @Test func theFewAnswersThatMatterMakeADossier() throws {
    let text = try asked(Self.whole)
    #expect(text.namespace == "ardevane-sa")
    #expect(text.yaml.contains("uses: [{ artifact: public:llama-3.1-405b, as: base-weights }]"))
    let folder = try Scratch.folder()
    try WholeFile.write(text.yaml, to: "\(folder)/facts.yaml")
    let workspace = try Workspace(dossier: folder)
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-23").last, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: ["ardevane-assistant"], regimes: "eu-gpai-guidelines-2025-07-18",
      explained: false)
    let verdicts = assessment.determinations[0].classes.map { ($0.name.name, $0.verdict) }
    #expect(verdicts.contains { $0 == "provider-by-modification" && $1 == .fails })
  }

  @Test func whatIsNotAnsweredStaysUnknown() throws {
    let text = try asked(["Acme", "", "", "1", "Tiny", "", "", "", "", "", ""])
    #expect(text.yaml.contains("kind: pretraining") && text.yaml.contains("note:"))
    for word in ["seat:", "compute:", "deployment", "from:"] { #expect(!text.yaml.contains(word), "\(word)") }
    let offered = try asked(["Acme", "FR", "", "3", "", "Their Model", "FR", "2", "2026-01-01"])
    #expect(offered.yaml.contains("- artifact: their-model") && offered.yaml.contains("model: their-model"))
    #expect(offered.yaml.contains("roles: [{ role: provider }]"))
  }

  /// A wrong answer is asked again, with the reason.
  @Test func wrongAnswersAreAskedAgain() throws {
    var said: [String] = []
    var answers = Self.whole
    answers.insert("Atlantis", at: 1)
    answers.insert("llama-9", at: 6)
    answers.insert("64xH109", at: 11)
    answers.insert("-3", at: 13)
    answers.insert("1.5", at: 15)
    let text = try asked(answers) { said.append($0) }
    #expect(try text.yaml == asked(Self.whole).yaml)
    let reasons = said.filter { $0.contains("!") }
    #expect(reasons.count == 5, "\(reasons)")
    #expect(reasons[2].contains("h100"))
  }

  @Test func nothingIsWrittenWithoutTheLastAnswer() throws {
    for count in 0..<Self.whole.count - 1 {
      #expect(throws: Problems.self) { try asked(Array(Self.whole.prefix(count))) }
    }
    #expect(throws: Problems.self) { try asked(["Acme"] + Array(repeating: "Atlantis", count: 20)) }
  }
}
