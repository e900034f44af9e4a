import Dispatch
import Synchronization

/// The pass for deep graphs, where walking up from every merge visits too many nodes.
///
/// A block is a run of core nodes, one column each. Each node's ancestors within the block are a row of bits.
/// A node's total is its base's total, its own weight, and the weights of whatever the rows of its other parents
/// hold beyond the base's row: rows are compared many bits at a time, and only the difference is written down.
/// Most nodes have exactly the row of a parent and share it; a row is copied when it changes.
///
/// Blocks do not depend on each other: each core of the machine takes the next one. Memory for each such core:
/// four bytes a core node, and the rows of one block.
struct AncestorBlocks: ~Copyable {
  /// Some neighbours among a node's ancestors, in core numbers; none of them is above the node's base.
  struct Run {
    /// The node, as numbered in the whole graph.
    var node: UInt32
    var first: UInt32
    var end: UInt32
  }

  /// More words mean fewer passes over the core and more memory; 64 are as fast as 128 at a million nodes.
  private static let words = 64
  /// Nodes of a block: the bits of a row.
  static let columns = words * 64
  /// How many cores of the machine work at most, so that memory stays within bounds.
  private static let workers = 4
  private static let batch = 1 << 15
  private static let emptyRow = 0

  private let core: AncestorCore.Bases
  /// The first node of the block at hand.
  private var first = 0
  /// The row of each core node in the block at hand.
  private let rowOf: UnsafeMutablePointer<UInt32>
  private var rows: UnsafeMutablePointer<UInt64>
  private var rowCount = 0
  private var room = 1 << 10
  private var runs: [Run] = []

  private init(_ core: AncestorCore.Bases) {
    self.core = core
    rowOf = .allocate(capacity: core.count)
    rows = .allocate(capacity: room * Self.words)
  }

  deinit {
    rowOf.deallocate()
    rows.deallocate()
  }

  /// Finds what each merge from node `start` of the whole graph on adds to its base's total. `carryOut` gets the
  /// runs batch by batch, in no certain order, from several threads.
  static func run(_ core: AncestorCore, from start: Int, carryOut: @Sendable ([Run]) -> Void) {
    for first in stride(from: 0, to: core.nodes.count, by: columns * UInt64.bitWidth) {
      let reach = core.reach(from: first, blockSize: columns)
      let blocks = min(UInt64.bitWidth, (core.nodes.count - first + columns - 1) / columns)
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(blocks, workers)) { _ in
        core.withBases { core in
          var worker = AncestorBlocks(core)
          while true {
            let block = next.add(1, ordering: .relaxed).oldValue
            guard block < blocks else { break }
            worker.first = first + block * columns
            worker.pass(reach, 1 << UInt64(block), from: start, carryOut: carryOut)
          }
        }
      }
    }
  }

  /// Goes over the nodes that the block reaches; the rows of all others are empty.
  private mutating func pass(
    _ reach: [UInt64], _ block: UInt64, from start: Int, carryOut: ([Run]) -> Void
  ) {
    (rowOf + first).initialize(repeating: UInt32(Self.emptyRow), count: core.count - first)
    rowCount = 0
    _ = newRow()
    for node in first..<core.count where reach[node] & block != 0 {
      place(node, isWanted: core.nodes[node] >= start)
      if runs.count >= Self.batch { flush(carryOut) }
    }
    flush(carryOut)
  }

  private mutating func flush(_ carryOut: ([Run]) -> Void) {
    carryOut(runs)
    runs.removeAll(keepingCapacity: true)
  }

  /// Finds the row of `node`, and writes what the other parents add to the base.
  private mutating func place(_ node: Int, isWanted: Bool) {
    let (begin, end) = (Int(core.offsets[node]), Int(core.offsets[node + 1]))
    var row = begin == end ? Self.emptyRow : rowOfParent(begin)
    // A row that was copied for this node belongs to nobody else, and may be written to.
    var isFresh = false
    var edge = begin + 1
    while edge < end {
      let other = rowOfParent(edge)
      edge += 1
      guard other != row, other != Self.emptyRow, exceeds(other, row) else { continue }
      if isWanted { write(other, beyond: row, core.nodes[node]) }
      if !isFresh && !exceeds(row, other) {
        row = other
      } else {
        if !isFresh { (row, isFresh) = (copy(row), true) }
        merge(other, into: row)
      }
    }
    let column = node - first
    if column < Self.columns {
      if !isFresh { row = copy(row) }
      rows[row * Self.words + column >> 6] |= 1 << UInt64(column & 63)
    }
    rowOf[node] = UInt32(row)
  }

  /// The row of a parent; one before the block has none of its columns above it.
  @inline(__always)
  private func rowOfParent(_ edge: Int) -> Int {
    let parent = Int(core.parents[edge])
    return parent < first ? Self.emptyRow : Int(rowOf[parent])
  }

  /// Whether one row has columns that another lacks.
  @inline(__always)
  private func exceeds(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (rows + one * Self.words, rows + other * Self.words)
    // Eight words at a time, which is one step where it matters: the end is looked for between them.
    for start in stride(from: 0, to: Self.words, by: 8) {
      var more: UInt64 = 0
      for word in start..<(start + 8) { more |= one[word] & ~other[word] }
      if more != 0 { return true }
    }
    return false
  }

  /// Writes the runs of columns that one row has beyond another.
  private mutating func write(_ one: Int, beyond other: Int, _ node: UInt32) {
    for word in 0..<Self.words {
      var new = rows[one * Self.words + word] & ~rows[other * Self.words + word]
      while new != 0 {
        let bit = new.trailingZeroBitCount
        let start = UInt32(first + word << 6 + bit)
        runs.append(Run(node: node, first: start, end: start + UInt32((~(new >> bit)).trailingZeroBitCount)))
        // The carry goes through the lowest run of bits and takes it away.
        new &= new &+ (1 << UInt64(bit))
      }
    }
  }

  private func merge(_ other: Int, into row: Int) {
    for word in 0..<Self.words { rows[row * Self.words + word] |= rows[other * Self.words + word] }
  }

  private mutating func copy(_ row: Int) -> Int {
    let new = newRow()
    (rows + new * Self.words).update(from: rows + row * Self.words, count: Self.words)
    return new
  }

  /// A row without columns.
  private mutating func newRow() -> Int {
    if rowCount == room {
      let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * room * Self.words)
      larger.moveInitialize(from: rows, count: room * Self.words)
      rows.deallocate()
      rows = larger
      room *= 2
    }
    (rows + rowCount * Self.words).initialize(repeating: 0, count: Self.words)
    rowCount += 1
    return rowCount - 1
  }
}
