import Dispatch
import Glibc
import Synchronization

/// The results of `work` on each item, in their order. Each core takes the next item, with a worker of
/// its own.
func inParallel<Item: Sendable, Worker, Result: Sendable>(
  _ items: [Item], progress: Progress? = nil, worker make: @Sendable () -> Worker,
  _ work: @Sendable (Worker, Item) -> Result
) -> [Result] {
  let parts = min(items.count, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  let done = Mutex<[Int: Result]>([:])
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: parts) { _ in
    let worker = make()
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { break }
      let result = work(worker, items[index])
      done.withLock { $0[index] = result }
      progress?.step()
    }
  }
  progress?.end()
  return done.withLock { done in items.indices.compactMap { done[$0] } }
}

/// The results of both, each worked out while the other is.
func sideBySide<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let done = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 {
      let made = first()
      done.withLock { $0.0 = made }
    } else {
      let made = second()
      done.withLock { $0.1 = made }
    }
  }
  let made = done.withLock { $0 }
  return (made.0 ?? first(), made.1 ?? second())
}
