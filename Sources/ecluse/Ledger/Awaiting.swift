import Dispatch
import Measures
import Records
import Synchronization

/// Waits for asynchronous work, on the thread of a command that has nothing else to do.
func awaiting<Value: Sendable>(
  _ work: @escaping @Sendable () async throws(Problems) -> Value
) throws(Problems) -> Value {
  let done = DispatchSemaphore(value: 0)
  let result = Mutex<Result<Value, Problems>?>(nil)
  Task {
    let outcome: Result<Value, Problems>
    do throws(Problems) { outcome = .success(try await work()) } catch { outcome = .failure(error) }
    result.withLock { $0 = outcome }
    done.signal()
  }
  done.wait()
  guard let outcome = result.withLock({ $0 }) else { throw Problems([]) }
  return try outcome.get()
}

/// Does what a command does; what is wrong with its input is printed and becomes its exit code.
func answering(_ language: Language, _ work: () throws -> Void) throws {
  do { try work() } catch let problems as Problems { throw Exit.after(problems, language) }
}
