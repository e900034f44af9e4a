import Synchronization

/// The most resident memory during the first tenth of some work, and during all of it, in megabytes.
final class Memory: Sendable {
  private let seen = Mutex((early: 0.0, most: 0.0))

  private let tenth: UInt64

  init(early tenth: UInt64) { self.tenth = tenth }

  var early: Double { seen.withLock(\.early) }
  var most: Double { seen.withLock(\.most) }

  func look(after done: UInt64) {
    let resident = Spent.resident
    seen.withLock { seen in
      seen.most = max(seen.most, resident)
      if done <= tenth { seen.early = seen.most }
    }
  }
}
