/// The pass that walks up from each node with several parents, and takes the short way at all others.
///
/// A node without parents has its own weight; a node with one parent has the parent's total and its own weight.
/// For the rest, everything above the parent with the most ancestors is marked first: its total is known
/// already, so that only the weights of what the other parents add have to be read, and those are few. Reading
/// weights scattered over memory is what costs, much more with three bounds than with one.
struct AncestorWalk {
  private let offsets: UnsafePointer<UInt32>
  private let parents: UnsafePointer<UInt32>
  private let marks: UnsafeMutablePointer<UInt32>
  private let reached: UnsafeMutablePointer<UInt32>
  /// How many ancestors each node has, itself included.
  private let sizes: UnsafeMutablePointer<UInt32>

  init(count: Int, offsets: UnsafePointer<UInt32>, parents: UnsafePointer<UInt32>) {
    self.offsets = offsets
    self.parents = parents
    marks = .allocate(capacity: count)
    marks.initialize(repeating: .max, count: count)
    reached = .allocate(capacity: count)
    sizes = .allocate(capacity: count)
  }

  func deallocate() {
    marks.deallocate()
    reached.deallocate()
    sizes.deallocate()
  }

  /// Totals for the first nodes, as far as `budget` visits reach. Returns the first node without a total.
  func run(_ sums: inout some UnionSums, count: Int, budget: Int) -> Int {
    var visits = 0
    for node in 0..<count {
      let first = Int(offsets[node])
      let end = Int(offsets[node + 1])
      if end - first > 1 {
        guard visits < budget else { return node }
        visits += merge(node, first, end, &sums)
      } else {
        sums.start(node)
        sizes[node] = 1
        if end != first {
          let parent = Int(parents[first])
          sums.add(total: parent, to: node)
          sizes[node] = sizes[parent] + 1
        }
      }
    }
    return count
  }

  private func merge(_ node: Int, _ first: Int, _ end: Int, _ sums: inout some UnionSums) -> Int {
    var base = Int(parents[first])
    for edge in (first + 1)..<end where sizes[Int(parents[edge])] > sizes[base] { base = Int(parents[edge]) }
    var search = AncestorSearch(
      offsets: offsets, parents: parents, marks: marks, reached: reached, mark: UInt32(node))
    search.reach(UInt32(base))
    search.climb()
    let above = search.count
    search.reachParents(of: node)
    search.climb()
    sums.start(node)
    sums.add(total: base, to: node)
    sums.add(own: UnsafeBufferPointer(start: reached + above, count: search.count - above), to: node)
    sizes[node] = sizes[base] + 1 + UInt32(search.count - above)
    return search.count
  }
}
