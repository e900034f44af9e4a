import Glibc

/// Lays out graphs with Graphviz, where `dot` is installed.
enum Graphviz {
  /// Longer than this it is not waited for.
  private static let patience = 10.0
  private static let maximumAnswer = 16 << 20

  static var program: String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").lazy.map { "\($0)/dot" }.first { access($0, X_OK) == 0 }
  }

  /// What `dot -Tplain` answers to these graphs; `nil` where it is not there, fails or takes too long.
  static func plain(_ graphs: String) -> String? {
    guard let program else { return nil }
    // A file of its own: nobody waits for the other end of a pipe.
    guard let file = tmpfile() else { return nil }
    defer { fclose(file) }
    let input = fileno(file)
    var ends: [Int32] = [0, 0]
    guard write(Array(graphs.utf8), to: input), lseek(input, 0, SEEK_SET) == 0, pipe(&ends) == 0 else {
      return nil
    }
    defer { close(ends[0]) }
    guard let process = start(program, input, ends) else { return nil }
    let answer = read(ends[0])
    if answer == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? answer : nil
  }

  private static func start(_ program: String, _ input: Int32, _ ends: [Int32]) -> pid_t? {
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("-Tplain"), nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    return posix_spawn(&process, program, &actions, nil, &words, environ) == 0 ? process : nil
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func read(_ file: Int32) -> String? {
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while true {
      let left = clock.now.duration(to: end)
      var waited = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard left > .zero, poll(&waited, 1, Int32(left.components.seconds * 1000 + 100)) > 0 else {
        return nil
      }
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count > 0 else { return count == 0 ? String(decoding: answer, as: UTF8.self) : nil }
      answer += buffer.prefix(count)
      guard answer.count <= maximumAnswer else { return nil }
    }
  }
}
