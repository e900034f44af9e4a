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

  /// Writes the steps of the first nodes, as far as `budget` visits reach; `carryOut` gets every full batch and
  /// the last. Returns the first node without steps.
  func run(count: Int, budget: Int, _ steps: inout UnionSteps, carryOut: (inout UnionSteps) -> Void) -> Int {
    var visits = 0
    var node = 0
    while node < count {
      let first = Int(offsets[node])
      let end = Int(offsets[node + 1])
      if end - first > 1 {
        guard visits < budget else { break }
        visits += merge(node, first, end, &steps)
      } else if first < end {
        let parent = parents[first]
        sizes[node] = sizes[Int(parent)] + 1
        steps.finish(node: node, base: parent)
      } else {
        sizes[node] = 1
      }
      if steps.isFull { carryOut(&steps) }
      node += 1
    }
    carryOut(&steps)
    return node
  }

  private func merge(_ node: Int, _ first: Int, _ end: Int, _ steps: inout UnionSteps) -> Int {
    var base = parents[first]
    for edge in (first + 1)..<end where sizes[Int(parents[edge])] > sizes[Int(base)] { base = parents[edge] }
    var search = AncestorSearch(
      offsets: offsets, parents: parents, marks: marks, reached: reached, mark: UInt32(node))
    search.reach(base)
    search.climb()
    let above = search.count
    search.reachParents(of: node)
    search.climb()
    steps.add(UnsafeBufferPointer(start: reached + above, count: search.count - above))
    steps.finish(node: node, base: base)
    sizes[node] = sizes[Int(base)] + 1 + UInt32(search.count - above)
    return search.count
  }
}
