import Foundation
import Ledger
import LedgerSQLite
import LedgerSamples

/// Appends leaves of 1 kB with openings of 1 kB, in batches, each batch durable, to a store and to the same tables without a
/// store, by turns in one run. Prints one line of JSON for each size of batch, once both hold the same.
let folder = CommandLine.arguments.dropFirst().first ?? "Benchmarks/.data/store"
let rounds = Int(CommandLine.arguments.dropFirst(2).first ?? "") ?? 5
try? FileManager.default.removeItem(atPath: folder)
try FileManager.default.createDirectory(
  atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])

func batches(of size: Int, _ count: Int) -> [(batch: Batch, after: LogHead?)] {
  var log = SampleLog()
  return (0..<count).map { _ in
    let (head, first) = (log.head, log.size)
    let changes = (first..<first + UInt64(size)).flatMap { leaf -> [LedgerChange] in
      [
        .statement(.sample(leaf, "thing-\(leaf &* 2_654_435_761 % 1_000_003)")),
        .opening(.sample(leaf, "body", .parties(["beta"]), bytes: SampleLog.leaf(leaf, 1024))),
      ]
    }
    return (log.batch(size, leafBytes: 1024, changes), head)
  }
}

func seconds(_ work: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await work()
  return Double((ContinuousClock.now - start) / .microseconds(1)) / 1_000_000
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

for (size, count) in [(1, 2000), (16, 500), (256, 80), (1024, 30)] {
  let work = batches(of: size, count)
  var times: [String: [Double]] = ["store": [], "raw": []]
  for round in 0..<rounds {
    for who in round % 2 == 0 ? ["raw", "store"] : ["store", "raw"] {
      let place = "\(folder)/\(who)-\(size)-\(round)"
      if who == "store" {
        let store = try SQLiteStore(folder: place, mode: .readWrite)
        let time = try await seconds {
          for (batch, head) in work { try await store.append(batch, after: head) }
        }
        times[who, default: []].append(time)
      } else {
        do { _ = try SQLiteStore(folder: place, mode: .readWrite) }
        // Both begin with a log that is new.
        for end in ["-wal", "-shm"] {
          try FileManager.default.removeItem(atPath: "\(place)/ledger.sqlite\(end)")
        }
        let raw = RawStore(place + "/ledger.sqlite")
        times[who, default: []].append(await seconds { for (batch, _) in work { raw.append(batch) } })
      }
      // Both hold the same, or there is no time.
      let held = try SQLiteStore(folder: place, mode: .readOnly)
      let all = try await held.leaves(0..<UInt64.max)
      let head = try await held.head()
      let openings = try await held.openings(0..<UInt64.max, for: .party("beta")).count
      precondition(
        all == work.flatMap(\.batch.leaves) && head == work.last?.batch.head && openings == all.count)
      try FileManager.default.removeItem(atPath: place)
    }
  }
  for who in ["raw", "store"] {
    let (middle, fastest) = (median(times[who] ?? []), times[who]?.min() ?? 0)
    print(
      "{\"who\": \"\(who)\", \"batch\": \(size), \"leaves\": \(size * count), \"rounds\": \(rounds), "
        + "\"seconds\": \(middle), \"fastest\": \(fastest)}")
  }
}
