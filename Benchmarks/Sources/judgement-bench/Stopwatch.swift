import Glibc

/// A moment by the wall clock, and how long the process, or this thread, has computed.
struct Stopwatch {
  private let times: [timespec]

  init() {
    times = [CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID].map { clock in
      var time = timespec()
      clock_gettime(clock, &time)
      return time
    }
  }

  private func seconds(since before: Stopwatch, _ clock: Int) -> Double {
    Double(times[clock].tv_sec - before.times[clock].tv_sec)
      + Double(times[clock].tv_nsec - before.times[clock].tv_nsec) * 1e-9
  }

  /// Seconds on the wall and of the process since then.
  static func since(_ before: Stopwatch) -> (wall: Double, cpu: Double, thread: Double) {
    let now = Stopwatch()
    return (now.seconds(since: before, 0), now.seconds(since: before, 1), now.seconds(since: before, 2))
  }
}

/// The most memory this process has held so far.
func peakMegabytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

/// Says something beside the results.
func say(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = write(2, line, line.count)
}

/// Ends the run without a table.
func fail(_ message: String) -> Never {
  say("judgement-bench: \(message)")
  exit(1)
}

/// Prints a JSON line.
func report(_ work: String, _ fields: KeyValuePairs<String, String>) {
  let rest = fields.map { #", "\#($0.key)": \#($0.value)"# }.joined()
  print(#"{"peer": "ecluse", "work": "\#(work)"\#(rest)}"#)
  fflush(nil)
}
