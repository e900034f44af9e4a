/// The pass for deep graphs, where walking up from every merge visits too many nodes.
///
/// A block is a run of core nodes, one column each. Each node's ancestors within the block are a row of bits.
/// A node's total is its base's total, its own weight, and the weights of whatever the rows of its other parents
/// hold beyond the base's row: rows are compared many bits at a time, and only the difference becomes a step.
/// Most nodes have exactly the row of a parent and share it; a row is copied when it changes.
/// Memory: four bytes a core node, and the rows of one block.
struct AncestorBlocks: ~Copyable {
  private typealias Lane = SIMD8<UInt64>
  private static let lanes = 8
  /// Nodes of a block: the bits of a row.
  static let columns = lanes * 512
  private static let emptyRow = 0

  private let core: AncestorCore
  private let start: Int
  /// The row of each core node in the block at hand.
  private let rowOf: UnsafeMutablePointer<UInt32>
  private var rows: UnsafeMutablePointer<Lane>
  private var rowCount = 0
  private var room = 1 << 10

  /// A pass over `core` that writes the steps of the nodes from `start` on, numbered as in the whole graph.
  init(_ core: AncestorCore, from start: Int) {
    self.core = core
    self.start = start
    rowOf = .allocate(capacity: core.nodes.count)
    rows = .allocate(capacity: room * Self.lanes)
  }

  deinit {
    rowOf.deallocate()
    rows.deallocate()
  }

  /// Writes what each merge adds to its base's total; `carryOut` gets every full batch and the last.
  mutating func run(_ steps: inout UnionSteps, carryOut: (inout UnionSteps) -> Void) {
    let core = core
    core.nodes.withBase { nodes in
      core.offsets.withBase { offsets in
        core.parents.withBase { parents in
          for first in stride(from: 0, to: core.nodes.count, by: Self.columns) {
            rowCount = 0
            _ = newRow()
            for node in first..<core.nodes.count {
              place(
                node, parents + Int(offsets[node]), Int(offsets[node + 1] - offsets[node]), first, nodes,
                &steps)
              if steps.isFull { carryOut(&steps) }
            }
          }
        }
      }
    }
    carryOut(&steps)
  }

  /// Finds the row of `node`, and what the other parents add to the base.
  private mutating func place(
    _ node: Int, _ parents: UnsafePointer<UInt32>, _ count: Int, _ first: Int,
    _ nodes: UnsafePointer<UInt32>, _ steps: inout UnionSteps
  ) {
    var row = count == 0 ? Self.emptyRow : rowOfParent(parents[0], first)
    // A row that was copied for this node belongs to nobody else, and may be written to.
    var isFresh = false
    let column = node - first
    if count > 1 {
      let wanted = nodes[node] >= start
      for index in 1..<count {
        let other = rowOfParent(parents[index], first)
        if other == row || other == Self.emptyRow { continue }
        let (adds, lacks) = compare(other, row)
        // Of two equal rows the older one is kept, so that as many nodes as possible share one row.
        if !lacks && !isFresh && (adds || other < row) {
          if adds && wanted { write(other, beyond: row, nodes + first, &steps) }
          row = other
        } else if adds {
          if !isFresh { (row, isFresh) = (copy(row), true) }
          if wanted { write(other, beyond: row, nodes + first, &steps) }
          merge(other, into: row)
        }
      }
      if steps.hasOpenExtras { steps.finish(node: Int(nodes[node]), base: UnionSteps.noBase) }
    }
    if column < Self.columns {
      if !isFresh { row = copy(row) }
      rows[row * Self.lanes + column >> 9][column >> 6 & 7] |= 1 << UInt64(column & 63)
    }
    rowOf[node] = UInt32(row)
  }

  /// The row of a parent; one before the block has none of its columns above it.
  @inline(__always)
  private func rowOfParent(_ parent: UInt32, _ first: Int) -> Int {
    Int(parent) < first ? Self.emptyRow : Int(rowOf[Int(parent)])
  }

  /// Whether one row has columns beyond another's, and whether it lacks any that the other has.
  @inline(__always)
  private func compare(_ one: Int, _ other: Int) -> (adds: Bool, lacks: Bool) {
    var more = Lane.zero
    var less = Lane.zero
    for lane in 0..<Self.lanes {
      let (left, right) = (rows[one * Self.lanes + lane], rows[other * Self.lanes + lane])
      more |= left & ~right
      less |= right & ~left
    }
    return (more != .zero, less != .zero)
  }

  /// Adds to the step the nodes of the columns that one row has beyond another's.
  private func write(
    _ one: Int, beyond other: Int, _ nodes: UnsafePointer<UInt32>, _ steps: inout UnionSteps
  ) {
    for lane in 0..<Self.lanes {
      let new = rows[one * Self.lanes + lane] & ~rows[other * Self.lanes + lane]
      if new == .zero { continue }
      for word in 0..<8 {
        var bits = new[word]
        while bits != 0 {
          steps.add(nodes[lane << 9 | word << 6 | bits.trailingZeroBitCount])
          bits &= bits - 1
        }
      }
    }
  }

  private func merge(_ other: Int, into row: Int) {
    for lane in 0..<Self.lanes { rows[row * Self.lanes + lane] |= rows[other * Self.lanes + lane] }
  }

  private mutating func copy(_ row: Int) -> Int {
    let new = newRow()
    (rows + new * Self.lanes).update(from: rows + row * Self.lanes, count: Self.lanes)
    return new
  }

  /// A row without columns.
  private mutating func newRow() -> Int {
    if rowCount == room {
      let larger = UnsafeMutablePointer<Lane>.allocate(capacity: 2 * room * Self.lanes)
      larger.moveInitialize(from: rows, count: room * Self.lanes)
      rows.deallocate()
      rows = larger
      room *= 2
    }
    (rows + rowCount * Self.lanes).initialize(repeating: .zero, count: Self.lanes)
    rowCount += 1
    return rowCount - 1
  }
}
