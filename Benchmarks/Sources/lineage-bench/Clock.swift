import Glibc

/// How long `work` takes, by the monotonic clock.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  var before = timespec()
  var after = timespec()
  clock_gettime(CLOCK_MONOTONIC, &before)
  try work()
  clock_gettime(CLOCK_MONOTONIC, &after)
  return Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) * 1e-9
}

/// What all cores together have worked for this process so far: a figure that others on the machine disturb less.
func processorSeconds() -> Double {
  var used = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
  return Double(used.tv_sec) + Double(used.tv_nsec) * 1e-9
}

/// The most memory this process has held so far.
func peakMegabytes() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss * 10 / 1024) / 10
}
