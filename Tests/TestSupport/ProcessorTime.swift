import Glibc

/// What some work gives, and the seconds that its thread computed for it, whatever else runs beside it.
package func timed<Result>(_ work: () throws -> Result) rethrows -> (result: Result, seconds: Double) {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  let result = try work()
  return (result, now() - start)
}
