import Dispatch
import Glibc
import Measures
import Records
import Regimes
import Synchronization

// judgement-bench MODELS ROWS FOLDER: registries of 2,000 models each, from their files to verdicts. Writes the rows of
// the first models for the peers, with our verdicts, into FOLDER, and prints a JSON line for each piece of work.
guard CommandLine.arguments.count == 4, let count = Int(CommandLine.arguments[1]),
  let wanted = Int(CommandLine.arguments[2])
else {
  say("usage: judgement-bench MODELS ROWS FOLDER")
  exit(64)
}
let folder = CommandLine.arguments[3]

/// The times of some runs, longest work first done once unmeasured.
func measured(_ runs: Int, _ work: () -> Void) -> (wall: Double, cpu: Double, fastest: Double) {
  work()
  let times = (0..<runs).map { _ in
    let clock = Stopwatch()
    work()
    return Stopwatch.since(clock)
  }
  let walls = times.map(\.wall).sorted()
  return (walls[runs / 2], times.map(\.cpu).sorted()[runs / 2], walls[0])
}

do {
  var clock = Stopwatch()
  let place = try Workplace(thresholds: "\(folder)/../judgements.yaml")
  report("compile", ["seconds": "\(Stopwatch.since(clock).wall)", "packs": "\(place.program.packs.count)"])

  let size = 2_000
  let parts = (count + size - 1) / size
  let samples = max(1, 400 / parts)
  let made = Mutex<[ReadRegistry?]>(Array(repeating: nil, count: parts))
  let next = Atomic(0)
  clock = Stopwatch()
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    while true {
      let part = next.add(1, ordering: .relaxed).oldValue
      guard part < parts else { break }
      do {
        let models = min(size, count - part * size)
        let read = try ReadRegistry(
          part, models: models, rows: part * size < wanted, explained: samples, place)
        made.withLock { $0[part] = read }
        if part % 50 == 49 { say("  \((part + 1) * size) models read") }
      } catch {
        fail("registry \(part): \(error)")
      }
    }
  }
  let registries = made.withLock { $0.compactMap(\.self) }
  let whole = Stopwatch.since(clock)
  func sum(_ part: KeyPath<ReadRegistry.Seconds, Double>) -> Double {
    registries.reduce(0) { $0 + $1.seconds[keyPath: part] }
  }
  let explained = registries.reduce(0) { $0 + $1.explained.count * place.program.packs.count }
  report(
    "columns from files",
    [
      "models": "\(count)", "wall_s": "\(whole.wall)", "cpu_reading_s": "\(sum(\.reading))",
      "cpu_graph_s": "\(sum(\.graph))", "cpu_columns_s": "\(sum(\.columns))",
      "cpu_threshold_columns_s": "\(sum(\.thresholds))", "rss_mb": "\(peakMegabytes())",
    ])

  let columns = registries.map(\.columns)
  let judgements = count * place.program.packs.count
  let verdicts = place.program.judge(columns)
  for (part, registry) in registries.enumerated() {
    for (row, words) in registry.explained {
      for pack in place.program.packs.indices
      where ReadRegistry.words(verdicts[part], row, pack) != words[pack] {
        fail(
          "registry \(part) row \(row) \(place.program.packs[pack].id): the judge says otherwise; no times are shown"
        )
      }
    }
  }
  report(
    "explanations",
    ["judgements": "\(explained)", "compared": "\(explained)", "cpu_s": "\(sum(\.explaining))"])
  for threads in [2, 1] {
    let times = measured(7) { _ = place.program.judge(columns, threads: threads) }
    report(
      "judge",
      [
        "models": "\(count)", "judgements": "\(judgements)", "threads": "\(threads)", "runs": "7",
        "seconds": "\(times.wall)", "fastest": "\(times.fastest)", "cpu_s": "\(times.cpu)",
        "per_second": "\(Double(judgements) / times.wall)", "rss_mb": "\(peakMegabytes())",
      ])
  }

  // How the verdicts are shared out, so that nobody takes them for easy ones.
  var shares: [String: [Int]] = [:]
  for (part, item) in verdicts.enumerated() where part % max(1, parts / 10) == 0 {
    for row in item.models.indices {
      for (pack, regime) in place.program.packs.enumerated() {
        for (id, verdict) in item.articles(row, pack: pack) {
          let place = ["holds", "cannotBeExcluded", "fails"].firstIndex(of: verdict.rawValue) ?? 2
          shares["\(regime.id) \(id)", default: [0, 0, 0]][place] += 1
        }
        for gate in item.gates(row, pack: pack) {
          let place = ["closed", "undetermined", "open"].firstIndex(of: gate.state.rawValue) ?? 2
          shares["\(regime.id) gate \(gate.action.rawValue)", default: [0, 0, 0]][place] += 1
        }
      }
    }
  }
  let shown = shares.sorted { $0.key < $1.key }.map { #""\#($0.key)": \#($0.value)"# }
  report("shares of a tenth", ["holds_or_closed_then_open": "{\(shown.joined(separator: ", "))}"])

  let policy = registries.map(\.thresholds)
  let times = measured(7) { _ = place.thresholds.judge(policy) }
  report(
    "thresholds",
    [
      "models": "\(count)", "threads": "2", "runs": "7", "seconds": "\(times.wall)",
      "fastest": "\(times.fastest)", "cpu_s": "\(times.cpu)",
      "rows_per_second": "\(Double(count) / times.wall)",
    ])
  let single = measured(7) { _ = place.thresholds.judge(policy, threads: 1) }
  report(
    "thresholds",
    [
      "models": "\(count)", "threads": "1", "runs": "7", "seconds": "\(single.wall)",
      "fastest": "\(single.fastest)", "cpu_s": "\(single.cpu)",
      "rows_per_second": "\(Double(count) / single.wall)",
    ])
  guard let file = fopen("\(folder)/judgements.jsonl", "w") else { fail("cannot write to \(folder)") }
  defer { fclose(file) }
  for (item, registry) in zip(place.thresholds.judge(policy), registries) {
    for (row, facts) in registry.rows.enumerated() {
      let said = item.articles(row, pack: 0).map { #""\#($0.id)":"\#($0.verdict.rawValue)""# }
      let tier = item.tier(row, pack: 0).map { #""tier":["\#($0.established)","\#($0.notExcluded)"]"# } ?? ""
      fputs(facts + #","said":{"# + said.joined(separator: ",") + "," + tier + "}}\n", file)
    }
  }
} catch {
  fail("\(error)")
}
