import Glibc
import Measures
import Synchronization

/// What the program writes to.
enum Terminal {
  /// The columns of the terminal, or what `COLUMNS` says; `nil` where output goes elsewhere: it then never
  /// depends on a window.
  static var width: Int? {
    if let stated = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), stated > 0 { return stated }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else {
      return nil
    }
    return Int(size.ws_col)
  }
}

/// How far a long work is: a line on standard error, once it takes more than a second, and only on a terminal.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var shown: ContinuousClock.Instant?
  }

  private let total: Int
  private let language: Language
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// `nil` where nobody watches.
  init?(of total: Int, _ language: Language) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    (self.total, self.language) = (total, language)
  }

  /// One part more is done.
  func step() {
    state.withLock { state in
      state.done += 1
      let now = ContinuousClock.now
      guard now - (state.shown ?? start) > (state.shown == nil ? .seconds(1) : .milliseconds(100)) else {
        return
      }
      state.shown = now
      StandardError().write("\r" + Phrase.progress.with(.count(state.done), .count(total)).text(language))
    }
  }

  /// Takes the line away.
  func end() {
    if state.withLock({ $0.shown != nil }) { StandardError().write("\r\u{1B}[K") }
  }
}
