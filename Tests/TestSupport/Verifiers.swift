package import Foundation

/// Programs that other people's packages verify with. They are there or the test fails: a verifier that is passed over
/// verifies nothing.
package enum Verifiers {
  /// What one run said.
  package struct Answer {
    package let status: Int32
    package let output: String
    package let errors: String

    package var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  package struct Missing: Error, CustomStringConvertible {
    package let description: String
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let setUp = "Run scripts/setup test, then again what you ran."

  /// The program in Go, built once for a run of the tests.
  private static let built: Result<URL, Missing> = {
    let folder = root.appending(path: ".build/verifiers")
    let program = folder.appending(path: "go")
    var environment = ["GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""]
    // Without a home the compiler has no place for what it keeps.
    if ProcessInfo.processInfo.environment["HOME"] == nil {
      environment["GOCACHE"] = folder.path() + "/go-cache"
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let answer = try run(
        "/usr/bin/env", ["go", "build", "-o", program.path(), "."],
        in: root.appending(path: "Tests/verifiers/go"),
        environment: environment)
      guard answer.status == 0 else {
        return .failure(Missing(description: "The verifier in Go is not built: \(answer.errors) \(setUp)"))
      }
      return .success(program)
    } catch {
      return .failure(Missing(description: "The verifier in Go is not built: \(error). \(setUp)"))
    }
  }()

  package static func go(_ arguments: [String]) throws -> Answer {
    try run(built.get().path(), arguments)
  }

  package static func python(_ arguments: [String]) throws -> Answer {
    let python = root.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path()) else {
      throw Missing(description: "There is no .venv/bin/python. \(setUp)")
    }
    return try run(
      python.path(), [root.appending(path: "Tests/verifiers/python/verify.py").path()] + arguments)
  }

  /// Runs a program in `Tests/models`, which has Torch.
  package static func models(_ program: String, _ arguments: [String]) throws -> Answer {
    let python = root.appending(path: ".venv-models/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path()) else {
      throw Missing(description: "There is no .venv-models/bin/python. \(setUp)")
    }
    return try run(python.path(), [root.appending(path: "Tests/models/\(program)").path()] + arguments)
  }

  /// Starts a verifier in Python that serves until what is given back ends it.
  package static func server(_ arguments: [String]) throws -> () -> Void {
    let process = Process()
    process.executableURL = root.appending(path: ".venv/bin/python")
    process.arguments = [root.appending(path: "Tests/verifiers/python/verify.py").path()] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The runner of tests may keep children from the gentler signal.
    return { kill(process.processIdentifier, SIGKILL) }
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: nobody has to read while the program writes.
    let files = ["out", "err"].map {
      FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\($0)")
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Answer(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Runs a body with a folder that is there only for it.
  package static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ecluse-log-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
