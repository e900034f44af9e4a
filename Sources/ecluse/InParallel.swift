import Dispatch
import Glibc
import Synchronization

/// The results of `work` on each item, in their order. Each core takes a part of the items with a worker of
/// its own.
func inParallel<Item: Sendable, Worker, Result: Sendable>(
  _ items: [Item], progress: Progress? = nil, worker make: @Sendable () -> Worker,
  _ work: @Sendable (Worker, Item) -> Result
) -> [Result] {
  let parts = min(items.count, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  let done = Mutex<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: parts) { part in
    let worker = make()
    for index in stride(from: part, to: items.count, by: parts) {
      let result = work(worker, items[index])
      done.withLock { $0[index] = result }
      progress?.step()
    }
  }
  progress?.end()
  return done.withLock { done in items.indices.compactMap { done[$0] } }
}
