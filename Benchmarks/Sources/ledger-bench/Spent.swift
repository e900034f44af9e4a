import Foundation
import Glibc

/// What some work took: on the clock, and of all cores together.
struct Spent {
  private(set) var seconds = 0.0
  private(set) var processor = 0.0

  init() {}

  init(_ work: () async throws -> Void) async rethrows {
    let (start, before) = (ContinuousClock.now, Self.processorNow)
    try await work()
    (seconds, processor) = (Self.seconds(since: start), Self.processorNow - before)
  }

  init(_ work: () throws -> Void) rethrows {
    let (start, before) = (ContinuousClock.now, Self.processorNow)
    try work()
    (seconds, processor) = (Self.seconds(since: start), Self.processorNow - before)
  }

  static func += (total: inout Spent, more: Spent) {
    total.seconds += more.seconds
    total.processor += more.processor
  }

  /// The resident memory in megabytes.
  static var resident: Double {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
    return (pages?.dropFirst().first).flatMap { Double($0) }.map { $0 * 4096 / 1_000_000 } ?? 0
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    Double((ContinuousClock.now - start) / .microseconds(1)) / 1_000_000
  }

  private static var processorNow: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
