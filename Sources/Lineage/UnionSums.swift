/// The sums that a pass over the graph builds, one total for each node: of one weight or of three bounds.
///
/// The passes only ever say which weights make up a total; what a weight is stays here. Additions that leave
/// 128 bits are remembered in ``overflowed`` and wrap, so that the inner loops need no error path. A total that
/// wrapped is never handed out.
protocol UnionSums {
  /// The first node (in the order of the numbers) whose total did not fit, or `Int.max`.
  var overflowed: Int { get }
  /// total[node] = own[node]
  mutating func start(_ node: Int)
  /// total[node] += own[other]
  mutating func add(own other: Int, to node: Int)
  /// total[node] += total[other]
  mutating func add(total other: Int, to node: Int)
  /// total[node] += own weights of `others`
  mutating func add(own others: UnsafeBufferPointer<UInt32>, to node: Int)
}

/// One weight.
struct WeightSums: UnionSums {
  private let own: UnsafePointer<UInt128>
  private let total: UnsafeMutablePointer<UInt128>
  private(set) var overflowed = Int.max

  init(own: UnsafePointer<UInt128>, total: UnsafeMutablePointer<UInt128>) {
    self.own = own
    self.total = total
  }

  @inline(__always)
  mutating func start(_ node: Int) { (total + node).initialize(to: own[node]) }

  @inline(__always)
  mutating func add(own other: Int, to node: Int) { add(own[other], to: node) }

  @inline(__always)
  mutating func add(total other: Int, to node: Int) { add(total[other], to: node) }

  @inline(__always)
  mutating func add(own others: UnsafeBufferPointer<UInt32>, to node: Int) {
    var sum = total[node]
    var carried = false
    for other in others {
      let step = sum.addingReportingOverflow(own[Int(other)])
      sum = step.partialValue
      carried = carried || step.overflow
    }
    total[node] = sum
    if carried { overflowed = min(overflowed, node) }
  }

  @inline(__always)
  private mutating func add(_ value: UInt128, to node: Int) {
    let step = total[node].addingReportingOverflow(value)
    total[node] = step.partialValue
    if step.overflow { overflowed = min(overflowed, node) }
  }
}

/// Low, best and high at once, in the same visits.
struct BoundSums: UnionSums {
  private var low: WeightSums
  private var best: WeightSums
  private var high: WeightSums
  private let ownGaps: UnsafePointer<BoundGaps>
  private let totalGaps: UnsafeMutablePointer<BoundGaps>

  init(own: BoundColumns.Pointers, total: BoundColumns.MutablePointers) {
    low = WeightSums(own: own.low, total: total.low)
    best = WeightSums(own: own.best, total: total.best)
    high = WeightSums(own: own.high, total: total.high)
    ownGaps = own.gaps
    totalGaps = total.gaps
  }

  var overflowed: Int { min(low.overflowed, best.overflowed, high.overflowed) }

  @inline(__always)
  mutating func start(_ node: Int) {
    low.start(node)
    best.start(node)
    high.start(node)
    (totalGaps + node).initialize(to: ownGaps[node])
  }

  @inline(__always)
  mutating func add(own other: Int, to node: Int) {
    low.add(own: other, to: node)
    best.add(own: other, to: node)
    high.add(own: other, to: node)
    totalGaps[node].formUnion(ownGaps[other])
  }

  @inline(__always)
  mutating func add(total other: Int, to node: Int) {
    low.add(total: other, to: node)
    best.add(total: other, to: node)
    high.add(total: other, to: node)
    totalGaps[node].formUnion(totalGaps[other])
  }

  @inline(__always)
  mutating func add(own others: UnsafeBufferPointer<UInt32>, to node: Int) {
    low.add(own: others, to: node)
    best.add(own: others, to: node)
    high.add(own: others, to: node)
    var gaps = totalGaps[node]
    for other in others { gaps.formUnion(ownGaps[Int(other)]) }
    totalGaps[node] = gaps
  }
}
