import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Measures
import Records
import RecordsIO

/// Admits signed statements with bodies of 1 kB, replays, checks and proves them, beside what the machine itself can do by turns
/// in the same run: bare verifications of Ed25519 on every core, and bare inserts of the same bytes into SQLite. Prints one line
/// of JSON; `…PerCore` is by the seconds that all cores together worked, which others on the machine disturb less.
let count = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 100_000
let folder = CommandLine.arguments.dropFirst(2).first ?? "Benchmarks/.data/ledger"
try? FileManager.default.removeItem(atPath: folder)
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
let maker = Maker()
let cores = ProcessInfo.processInfo.activeProcessorCount
var result: [String: Double] = ["statements": Double(count), "cores": Double(cores)]

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

// Admission, and what the machine itself can do, by turns.
let sample = try maker.submissions(0..<2000)
let bare = try BareInserts(sample, folder: folder + "/raw")
let size = 8192
var (admission, verification, insertion) = (Spent(), Spent(), Spent())
var early = 0.0
for start in stride(from: 0, to: count, by: size) {
  verification += await Spent { await BareVerification.run(sample, key: maker.grant.publicKey, cores: cores) }
  insertion += try Spent { try bare.run() }
  let submissions = try maker.submissions(start..<min(start + size, count))
  admission += await Spent {
    let results = await sequencer.submit(submissions)
    for result in results { if case .failure(let error) = result { fatalError("\(error)") } }
  }
  if start == size { early = Spent.resident }
}
let turns = Double((count + size - 1) / size)
let verifications = turns * Double(sample.count * cores)
let inserts = turns * Double(sample.count)
result["verifications"] = verifications / verification.seconds
result["verificationsPerCore"] = verifications / verification.processor
result["inserts"] = inserts / insertion.seconds
result["insertsPerCore"] = inserts / insertion.processor
result["admitted"] = Double(count) / admission.seconds
result["admittedPerCore"] = Double(count) / admission.processor
// All cores work on signatures, and on the bare insert; nothing else can cost less.
let ceiling = 1 / (verification.seconds / verifications + insertion.seconds / inserts / Double(cores))
result["ceiling"] = ceiling
result["ofCeiling"] = Double(count) / admission.seconds / ceiling
let work = verification.processor / verifications + insertion.processor / inserts
result["ofCeilingPerCore"] = Double(count) / admission.processor * work
(result["residentEarly"], result["residentLate"]) = (early, Spent.resident)
note(
  "admitted a second: \(Int(Double(count) / admission.seconds)) of at most \(Int(ceiling)); "
    + "resident \(early) then \(Spent.resident) MB")

// One at a time, as a person records.
let single = try maker.submissions(count..<count + 200)
result["oneByOne"] =
  200 / (try await Spent { for submission in single { _ = try await sequencer.submit(submission) } }).seconds

// Proofs, through the store: of this log, and of one of a million light leaves.
guard let head = try await store.head() else { fatalError("no head") }
let large = try SQLiteStore(folder: folder + "/large", mode: .readWrite)
guard let largeHead = try await LightLog.fill(large, 1_000_000) else { fatalError("no head") }
for (name, place, size) in [("proof", store, head.size), ("largeProof", large, largeHead.size)] {
  let times = try await Proofs.times(place, 2000)
  (result["\(name)Milliseconds"], result["\(name)Milliseconds99"]) = (times[1000], times[1980])
  result["\(name)Leaves"] = Double(size)
  note("inclusion proof of \(size) leaves: \(times[1000]) ms, 99th percentile \(times[1980]) ms")
}

// Everything once more.
for (name, signatures) in [("replayed", false), ("checked", true)] {
  let memory = Memory(early: head.size / 10)
  let spent = try await Spent {
    let audit = try await Audit(store, places: places, signatures: signatures) { @Sendable done in
      memory.look(after: done)
    }
    precondition(audit.faults.isEmpty && audit.leaves == head.size)
  }
  result[name] = Double(head.size) / spent.seconds
  result["\(name)PerCore"] = Double(head.size) / spent.processor
  (result["\(name)ResidentEarly"], result["\(name)ResidentMost"]) = (memory.early, memory.most)
  note(
    "\(name) a second: \(Int(Double(head.size) / spent.seconds)); "
      + "resident \(memory.early), at most \(memory.most) MB")
}
let text = result.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\(($0.value * 1000).rounded() / 1000)" }
print("{\(text.joined(separator: ","))}")
