import Foundation

/// The program as a user runs it: a process with arguments, an environment of its own, and what it prints.
struct Program {
  /// What one run did.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// A folder that is made for one test; commands run in it.
  let folder: String
  /// Where what was seen of logs is remembered: another one is another machine.
  var state = "state"

  /// Where the program is.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "ecluse"
  ).path()

  init() throws {
    folder = try Scratch.folder()
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Runs `ecluse` with these arguments.
  @discardableResult
  func ecluse(_ arguments: String...) throws -> Run { try ecluse(arguments) }

  /// Runs `ecluse` with these arguments, by another program if one is named before it: a shell that limits it, another user.
  @discardableResult
  func ecluse(_ arguments: [String], by others: [String] = [], at copy: String? = nil) throws -> Run {
    let words = others + [copy ?? Self.path] + arguments
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": path(state)]
    let (out, err) = (path("out.\(UUID().uuidString)"), path("err.\(UUID().uuidString)"))
    for file in [out, err] { try Data().write(to: URL(filePath: file)) }
    defer { for file in [out, err] { try? FileManager.default.removeItem(atPath: file) } }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: err))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    func text(_ file: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    }
    return Run(status: process.terminationStatus, output: try text(out), errors: try text(err))
  }
}
