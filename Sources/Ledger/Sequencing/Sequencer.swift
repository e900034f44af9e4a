package import Measures
public import Records

/// What the log says of a submission: where it stands in the log.
public struct Receipt: Hashable, Sendable {
  /// Its place.
  public let leaf: UInt64
  /// The log's time, in milliseconds.
  public let time: Int64
  /// Whether it is new: the same statement again is the one that is there.
  public let isNew: Bool
  /// Whether it was there without its body, of which something is added.
  public let addsBody: Bool
}

/// The one that appends. Whatever waits when a batch is done is the next batch, so that under load one durable write serves
/// many, and alone nobody waits for others. A whole batch that waits is looked at while the one before it is being written.
public actor Sequencer {
  /// At most so many submissions in a batch.
  static let largestBatch = 1024

  private let store: any Store
  private let keys: LogKeys
  private let clock: @Sendable () -> Instant
  private var log: LogState
  private var waiting: [Waiting] = []
  private var isAppending = false

  /// Submissions of one caller that go into one batch.
  private struct Waiting {
    let submissions: ArraySlice<Submission>
    let answer: Answer
  }

  /// What one caller gets once all that it submitted is done.
  private final class Answer {
    private var results: [Result<Receipt, Problems>] = []
    private let count: Int
    private let caller: CheckedContinuation<[Result<Receipt, Problems>], Never>

    init(_ count: Int, to caller: CheckedContinuation<[Result<Receipt, Problems>], Never>) {
      self.count = count
      self.caller = caller
    }

    func add(_ more: ArraySlice<Result<Receipt, Problems>>) {
      results += more
      if results.count == count { caller.resume(returning: results) }
    }
  }

  /// Opens a log to append to it, once what the store holds was found whole at its edge.
  /// - Throws: ``Problems``: the log is damaged, or is of other keys.
  package init(
    _ store: any Store, keys: LogKeys, places: Places, clock: @escaping @Sendable () -> Instant
  ) async throws(Problems) {
    self.store = store
    self.keys = keys
    self.clock = clock
    log = try await LogState(store, keys: keys, places: places)
  }

  /// What the log holds of those who may speak.
  public var admission: Admission { log.admission }

  /// Where the log stands.
  public var head: LogHead? { log.head }

  /// Leaves no byte of what was erased.
  public func compact() async throws(Problems) { try await store.compact() }

  /// Submits a statement and waits until it is durable.
  /// - Throws: ``Problems``: it is not admitted, or could not be kept. Then it is not in the log.
  public func submit(_ submission: Submission) async throws(Problems) -> Receipt {
    guard let result = await submit([submission]).first else { throw Problems([]) }
    return try result.get()
  }

  /// Submits statements in their order, each admitted or refused by itself, and waits until they are durable.
  public func submit(_ submissions: [Submission]) async -> [Result<Receipt, Problems>] {
    guard !submissions.isEmpty else { return [] }
    return await withCheckedContinuation { continuation in
      let answer = Answer(submissions.count, to: continuation)
      for start in stride(from: 0, to: submissions.count, by: Self.largestBatch) {
        let part = submissions[start..<min(start + Self.largestBatch, submissions.count)]
        waiting.append(Waiting(submissions: part, answer: answer))
      }
      guard !isAppending else { return }
      isAppending = true
      Task { await self.appendWhatWaits() }
    }
  }

  private func appendWhatWaits() async {
    while !waiting.isEmpty {
      var batch = takeBatch()
      var examined = await Self.examine(batch.flatMap(\.submissions), log.admission)
      while !batch.isEmpty {
        // Less than a whole batch is better left to grow meanwhile.
        let next = isWholeBatchWaiting ? takeBatch() : []
        let (following, admission) = (next.flatMap(\.submissions), log.admission)
        async let examinedNext = Self.examine(following, admission)
        var results = await append(examined)[...]
        for part in batch {
          part.answer.add(results.prefix(part.submissions.count))
          results = results.dropFirst(part.submissions.count)
        }
        (batch, examined) = (next, await examinedNext)
      }
    }
    isAppending = false
  }

  private var isWholeBatchWaiting: Bool {
    var count = 0
    return waiting.contains { next in
      count += next.submissions.count
      return count >= Self.largestBatch
    }
  }

  private func takeBatch() -> [Waiting] {
    var count = 0
    let batch = Array(
      waiting.prefix { next in
        count += next.submissions.count
        return count <= Self.largestBatch
      })
    waiting.removeFirst(batch.count)
    return batch
  }

  /// Appends what is admitted of a batch, in one transaction.
  private func append(_ examined: [Result<Examined, Problems>]) async -> [Result<Receipt, Problems>] {
    do throws(Problems) {
      let known = try await KnownRows(store, examined.compactMap { try? $0.get() })
      var pending = PendingBatch(log, known: known)
      let now = max(clock().milliseconds, log.admission.time)
      let results = try pending.take(examined, keys, at: Instant(milliseconds: now))
      guard pending.hasNews else { return results }
      let (batch, next) = try pending.finished(keys)
      try await store.append(batch, after: log.head)
      log = next
      return results
    } catch {
      return examined.map { _ in .failure(error) }
    }
  }

  /// Looks at the form and the signatures of submissions on all processors.
  private static func examine(
    _ submissions: [Submission], _ admission: Admission
  ) async -> [Result<Examined, Problems>] {
    let size = max(8, (submissions.count + 15) / 16)
    return await withTaskGroup(of: (Int, [Result<Examined, Problems>]).self) { group in
      for start in stride(from: 0, to: submissions.count, by: size) {
        let part = submissions[start..<min(start + size, submissions.count)]
        group.addTask {
          (
            start,
            part.map { submission in
              do throws(Problems) { return .success(try admission.examine(submission)) } catch {
                return .failure(error)
              }
            }
          )
        }
      }
      var parts: [Int: [Result<Examined, Problems>]] = [:]
      for await (start, part) in group { parts[start] = part }
      return parts.keys.sorted().reduce(into: []) { all, start in all += parts[start] ?? [] }
    }
  }
}
