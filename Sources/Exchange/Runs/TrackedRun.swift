import Measures
import Records

/// A run as a tracker of experiments kept it, read by whoever may read its store.
struct TrackedRun {
  /// How it stands.
  enum State: String {
    case scheduled = "SCHEDULED"
    case running = "RUNNING"
    case finished = "FINISHED"
    case failed = "FAILED"
    case killed = "KILLED"
  }

  /// What it read or made.
  struct Thing: Hashable {
    let name: String
    let digest: String
  }

  let id: String
  let name: String
  let experiment: String
  let state: State?
  let start, end: Instant?
  /// The run that it is part of.
  var parent: String?
  /// Its parameters and the last values of its metrics, by the names that are looked at, as far as they were written.
  var values: [String: Set<String>] = [:]
  var datasets: [Thing] = []
  var models: [String] = []

  mutating func add(_ key: String, _ value: String) {
    guard let name = Self.lookedAt(key) else { return }
    values[name, default: []].insert(value)
  }

  // MARK: Names

  /// What is looked at, and the names that people and programs give it.
  enum Matter: String, CaseIterable {
    case flop, parameters, tokens, base

    var names: [String] {
      switch self {
      case .flop: ["total_flos", "total_flop", "total_flops", "training_flop", "training_flops"]
      case .parameters:
        ["num_parameters", "n_parameters", "num_params", "n_params", "total_params", "parameters"]
      case .tokens:
        ["num_input_tokens_seen", "tokens_seen", "total_tokens", "train_tokens", "num_tokens", "tokens"]
      case .base: ["base_model", "base_model_name_or_path", "model_name_or_path", "_name_or_path"]
      }
    }
  }

  static let names = Set(Matter.allCases.flatMap(\.names))
  static let parentTag = "mlflow.parentRunId"

  /// The name under which a parameter or a metric is looked at: its last part, in small letters.
  static func lookedAt(_ key: String) -> String? {
    let name = (key.split(separator: "/").last.map(String.init) ?? key).lowercased()
    return names.contains(name) ? name : nil
  }

  /// Everything that is said of a matter, each value once.
  func said(of matter: Matter) -> [String] {
    Set(matter.names.flatMap { values[$0] ?? [] }).sorted()
  }
}

/// The runs of a store, and what of it was left out.
struct TrackedRuns {
  var runs: [TrackedRun] = []
  /// How many were deleted there.
  var deleted = 0
  var findings: [Problem] = []
}
