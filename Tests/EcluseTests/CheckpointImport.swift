import ArgumentParser
import Exchange
import Foundation
import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import ecluse

/// A model that `transformers` really trained becomes a dossier.
@Suite struct CheckpointImport {
  private struct Trained: Decodable {
    let parameters: Int
    let tokens: Int
  }

  @Test func itsBoundsContainSixTimesParametersTimesTokens() throws {
    let folder = try Scratch.folder()
    let answer = try Verifiers.models("train.py", ["\(folder)/tiny"])
    try #require(answer.status == 0, "\(answer.errors)")
    let trained = try JSONDecoder().decode(Trained.self, from: Data(#require(answer.lines.last).utf8))
    let command = try ImportCommand.parse(["hf-checkpoint", "\(folder)/tiny/checkpoint-20"])
    let (text, imported) = try command.dossier()
    // There is no card, so nothing says what it came from.
    #expect(imported.findings.map(\.code) == [.sourceIncomplete])
    try FileManager.default.createDirectory(atPath: "\(folder)/dossier", withIntermediateDirectories: true)
    try WholeFile.write(text.yaml, to: "\(folder)/dossier/facts.yaml")
    let workspace = try Workspace(dossier: "\(folder)/dossier")
    let (_, graph) = try workspace.graph(asOf: Moment("2030-01-01").last, knownAt: nil)
    let convention = try AccountCommand.convention("eu-direct", workspace.library)
    let account = try Accountant(graph, convention).account(of: GlobalID("imported", "artifact", "tiny"))
    let own = try #require(account.entries.first { $0.kind == "pretraining" }).own
    let six = UInt128(6 * trained.parameters * trained.tokens)
    #expect(own.low <= six && six <= (own.high ?? 0), "\(own) \(six)")
    #expect(own.low > six / 2)
  }
}
