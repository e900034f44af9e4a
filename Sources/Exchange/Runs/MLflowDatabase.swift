import GRDB
import Measures
import Records

/// The SQLite database of a tracker: only read, only its own tables, each so many rows at most.
enum MLflowDatabase {
  /// More rows than these of one table are refused.
  private static let mostRows = 1_000_000
  /// Longer texts are no names and no numbers.
  private static let longest = 2000

  static func read(_ path: String) throws(Problems) -> TrackedRuns {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;")
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { db in try runs(db, path) }
    } catch let problems as Problems {
      throw problems
    } catch {
      let engine = error as? DatabaseError
      throw Problems([
        Problem(
          engine?.resultCode == .SQLITE_CANTOPEN ? .unreadable : .wrongFormat, at: Mark(file: path, line: 0),
          rule: Phrase.trackerDatabase.with(.code(engine?.message ?? "\(error)")),
          remedy: Phrase.nameTracker.message)
      ])
    }
  }

  private static func runs(_ db: Database, _ path: String) throws -> TrackedRuns {
    // Views could compute anything: what is read must be a table.
    let tables = Set(
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1000"))
    guard tables.isSuperset(of: ["runs", "experiments", "latest_metrics", "params", "tags"]) else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: path, line: 0), rule: Phrase.notMLflow.message,
          remedy: Phrase.nameTracker.message)
      ])
    }
    var store = TrackedRuns()
    var places: [String: Int] = [:]
    try each(
      db, path,
      """
      SELECT run_uuid, runs.name, experiments.name AS experiment, status, start_time, end_time,
        runs.lifecycle_stage = 'active' AND experiments.lifecycle_stage = 'active' AS active
      FROM runs JOIN experiments USING (experiment_id)
      """
    ) { row in
      guard row["active"] as Bool? == true else {
        store.deleted += 1
        return
      }
      let id = text(row, "run_uuid") ?? ""
      places[id] = store.runs.count
      store.runs.append(
        TrackedRun(
          id: id, name: text(row, "name") ?? id, experiment: text(row, "experiment") ?? "",
          state: text(row, "status").flatMap(TrackedRun.State.init), start: instant(row["start_time"]),
          end: instant(row["end_time"])))
    }
    let names = TrackedRun.names.sorted()
    let isNamed = names.map { "lower(key) = '\($0)' OR lower(key) LIKE '%/\($0)'" }.joined(separator: " OR ")
    try each(db, path, "SELECT run_uuid, key, value FROM params WHERE \(isNamed)") { row in
      add(row, text(row, "value"), to: &store, places)
    }
    try each(
      db, path, "SELECT run_uuid, key, value FROM tags WHERE key = '\(TrackedRun.parentTag)' OR \(isNamed)"
    ) {
      row in
      if text(row, "key") == TrackedRun.parentTag {
        if let place = places[text(row, "run_uuid") ?? ""] { store.runs[place].parent = text(row, "value") }
      } else {
        add(row, text(row, "value"), to: &store, places)
      }
    }
    try each(db, path, "SELECT run_uuid, key, value, is_nan FROM latest_metrics WHERE \(isNamed)") { row in
      let value: Double? = row["value"]
      add(row, row["is_nan"] as Bool? == true ? "NaN" : value.map { "\($0)" }, to: &store, places)
    }
    if tables.isSuperset(of: ["inputs", "datasets"]) {
      try each(
        db, path,
        """
        SELECT destination_id, name, digest FROM inputs JOIN datasets ON dataset_uuid = source_id
        WHERE source_type = 'DATASET' AND destination_type = 'RUN'
        """
      ) { row in
        if let place = places[text(row, "destination_id") ?? ""], let name = text(row, "name") {
          store.runs[place].datasets.append(.init(name: name, digest: text(row, "digest") ?? ""))
        }
      }
    }
    if tables.contains("logged_models") {
      try each(
        db, path, "SELECT source_run_id, name FROM logged_models WHERE lifecycle_stage IS NOT 'deleted'"
      ) { row in
        if let place = places[text(row, "source_run_id") ?? ""], let name = text(row, "name") {
          store.runs[place].models.append(name)
        }
      }
    }
    return store
  }

  private static func add(
    _ row: Row, _ value: String?, to store: inout TrackedRuns, _ places: [String: Int]
  ) {
    guard let place = places[text(row, "run_uuid") ?? ""], let key = text(row, "key"), let value else {
      return
    }
    store.runs[place].add(key, value)
  }

  /// Does something with every row, one at a time.
  private static func each(
    _ db: Database, _ path: String, _ query: String, _ work: (Row) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(db, sql: query + " LIMIT \(mostRows + 1)")
    var count = 0
    while let row = try rows.next() {
      count += 1
      guard count <= mostRows else {
        throw Problems([
          Problem(
            .tooLarge, at: Mark(file: path, line: 0),
            rule: Phrase.tooLarge.with(.count(count), .count(mostRows)),
            remedy: Phrase.tableSplit.message)
        ])
      }
      try work(row)
    }
  }

  private static func text(_ row: Row, _ column: String) -> String? {
    let text: String? = row[column]
    return text.flatMap { $0.utf8.count <= longest ? $0 : nil }
  }

  private static func instant(_ milliseconds: Int64?) -> Instant? {
    milliseconds.flatMap { (0...253_402_300_799_999).contains($0) ? Instant(milliseconds: $0) : nil }
  }
}
