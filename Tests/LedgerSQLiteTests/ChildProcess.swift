import Glibc
import Records

/// A process of `ledger-crash`, which stands beside the tests.
final class ChildProcess {
  private let process: pid_t
  private let socket: Int32
  private var isOver = false

  init(_ arguments: [String]) throws {
    // One socket is its input and its output; no other child inherits an end of it.
    var ends: [Int32] = [0, 0]
    let sort = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, sort, 0, &ends) == 0 else { throw Problems([]) }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    let program = try Self.program()
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
      close(ends[0])
      throw Problems([])
    }
    (self.process, socket) = (process, ends[0])
  }

  deinit {
    kill()
    _ = try? end()
    close(socket)
  }

  private static func program() throws -> String {
    guard let real = realpath("/proc/self/exe", nil) else { throw Problems([]) }
    defer { free(real) }
    let path = String(cString: real)
    guard let slash = path.lastIndex(of: "/") else { throw Problems([]) }
    return path[...slash] + "ledger-crash"
  }

  func kill() { if !isOver { Glibc.kill(process, SIGKILL) } }

  /// The next line that it says; `nil`: it says no more.
  func line() -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(socket, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  /// Every line that it still says, until it ends.
  func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  /// Lets it end, and waits for it.
  /// - Returns: its exit status, or the signal that ended it as a negative number.
  @discardableResult
  func end() throws -> Int32 {
    guard !isOver else { return 0 }
    shutdown(socket, Int32(SHUT_WR))
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { throw Problems([]) } }
    isOver = true
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}
