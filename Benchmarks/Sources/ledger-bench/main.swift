import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Measures
import Records
import RecordsIO

/// Admits signed statements with bodies of 1 kB, replays, checks and proves them, beside what the machine itself can do in the same
/// run: bare verifications of Ed25519, and bare inserts of the same bytes into SQLite. Prints one line of JSON.
let count = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 100_000
let folder = CommandLine.arguments.dropFirst(2).first ?? "Benchmarks/.data/ledger"
try? FileManager.default.removeItem(atPath: folder)
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
}

func seconds(_ work: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await work()
  return Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
}

/// The resident memory in megabytes.
func resident() -> Double {
  let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").dropFirst().first
  return Double(pages ?? "0")! * 4096 / 1_000_000
}

func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
let maker = Maker()
var result: [String: Double] = ["statements": Double(count)]

// What the machine can do.
let sample = try maker.submissions(0..<2000)
let key = try Curve25519.Signing.PublicKey(rawRepresentation: maker.grant.publicKey)
result["verifications"] =
  2000
  / seconds {
    for submission in sample {
      precondition(key.isValidSignature(submission.envelope.signatures[0].bytes, for: submission.envelope.signedBytes))
    }
  }
result["inserts"] = try RawInserts.rate(sample, folder: folder + "/raw", rounds: 20)
note("verifications a second and core: \(Int(result["verifications"]!)), inserts a second: \(Int(result["inserts"]!))")

// Admission.
let keys = try LogKeys(
  origin: "log.example/bench", checkpointKey: [UInt8](repeating: 1, count: 32),
  clockKey: [UInt8](repeating: 2, count: 32))
try FileManager.default.createDirectory(
  atPath: folder + "/ledger", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
let store = try SQLiteStore(folder: folder + "/ledger", mode: .readWrite)
let sequencer = try await Sequencer(store, keys: keys, places: places) {
  Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}
_ = try await sequencer.submit(try maker.genesis(keys))
var spent = 0.0
var early = 0.0
for start in stride(from: 0, to: count, by: 8192) {
  let submissions = try maker.submissions(start..<min(start + 8192, count))
  spent += await seconds {
    let results = await sequencer.submit(submissions)
    for result in results { if case .failure(let error) = result { fatalError("\(error)") } }
  }
  if start == 8192 { early = resident() }
}
result["admitted"] = Double(count) / spent
// Both cores work on signatures; nothing else can cost less than the bare insert.
let ceiling = 2 / (1 / result["verifications"]! + 1 / result["inserts"]!)
result["ceiling"] = ceiling
result["ofCeiling"] = result["admitted"]! / ceiling
(result["residentEarly"], result["residentLate"]) = (early, resident())
note("admitted a second: \(Int(result["admitted"]!)) of at most \(Int(ceiling)); resident \(early) then \(resident()) MB")

// One at a time, as a person records.
let single = try maker.submissions(count..<count + 200)
result["oneByOne"] =
  await 200
  / (try seconds { for submission in single { _ = try await sequencer.submit(submission) } })

// Proofs.
let reader = LogReader(store)
let size = try await store.head()!.size
var generator = SystemRandomNumberGenerator()
let proofs = 2000
result["proofMilliseconds"] =
  try await seconds {
    for _ in 0..<proofs {
      _ = try await reader.inclusionProof(of: UInt64.random(in: 0..<size, using: &generator), size: size)
    }
  } * 1000 / Double(proofs)
result["leaves"] = Double(size)
note("inclusion proof of \(size) leaves: \(result["proofMilliseconds"]!) ms")

// Everything once more.
for (name, signatures) in [("replayed", false), ("checked", true)] {
  let before = resident()
  let time = try await seconds {
    let audit = try await Audit(store, places: places, signatures: signatures)
    precondition(audit.faults.isEmpty && audit.leaves == size)
  }
  result[name] = Double(size) / time
  note("\(name) a second: \(Int(result[name]!)), resident \(before) then \(resident()) MB")
}
let text = result.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\(($0.value * 1000).rounded() / 1000)" }
print("{\(text.joined(separator: ","))}")
