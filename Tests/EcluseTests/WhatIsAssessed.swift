import Glibc
import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// What a folder is asked about, whatever its records say of themselves.
@Suite struct WhatIsAssessed {
  private func subjects(_ example: String, _ old: String, _ new: String, more: String = "") throws -> Set<
    String
  > {
    let text = String(decoding: try TextFile.bytes(Fixtures.example("\(example)/facts.yaml")), as: UTF8.self)
    let folder = try Scratch.folder()
    #expect(text.contains(old))
    try Scratch.write(
      Array((text.replacing(old, with: new, maxReplacements: 1) + more).utf8), to: "\(folder)/facts.yaml")
    return Set(try Loaded(folder).assessment().determinations.map(\.subject.local))
  }

  /// A model that a run made, and that is deployed, stays one under any other name or date.
  @Test(arguments: [
    "- artifact: jurist\n", "- artifact: jurist\n  valid: { from: 2099-01-01 }\n",
    "- artifact: jurist\n  type: code\n",
    "- artifact: jurist\n  type: dataset\n",
  ])
  func models(_ record: String) throws {
    #expect(try subjects("modifier", "- artifact: jurist\n", record).contains("jurist"))
  }

  /// A run that was withdrawn, or is not shown, may be under way.
  @Test(arguments: ["", "- withdrawal: w\n  of: solstice/training\n"]) func runs(_ more: String) throws {
    #expect(try subjects("seed-world", "- dossier", "- dossier", more: more).contains("solstice/training"))
  }

  /// Nothing stands for no regime.
  @Test(arguments: ["", ",", "seed-gate-closure,"]) func noRegime(_ names: String) {
    #expect(throws: Problems.self) { try Loaded(Fixtures.example("tiers")).assessment(regimes: names) }
  }

  /// A file is replaced whole, also through a link; what is no file is written to and stays.
  @Test func output() throws {
    let folder = try Scratch.folder()
    func kind(_ path: String) -> mode_t {
      var found = stat()
      return lstat(path, &found) == 0 ? found.st_mode & S_IFMT : 0
    }
    try Scratch.write(Array("old".utf8), to: "\(folder)/file")
    #expect(symlink("\(folder)/file", "\(folder)/link") == 0)
    try WholeFile.write("new", to: "\(folder)/link")
    #expect(kind("\(folder)/link") == S_IFLNK)
    #expect(try TextFile.bytes("\(folder)/file") == Array("new".utf8))
    #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
    let reader = open("\(folder)/pipe", O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try WholeFile.write("through", to: "\(folder)/pipe")
    var read = [UInt8](repeating: 0, count: 16)
    #expect(Glibc.read(reader, &read, 16) == 7 && kind("\(folder)/pipe") == S_IFIFO)
    #expect(throws: Problems.self) { try WholeFile.write("x", to: folder) }
  }
}
