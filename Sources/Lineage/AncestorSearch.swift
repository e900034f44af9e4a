/// One walk upwards, breadth first, over memory that its user keeps from walk to walk.
///
/// The queue is also the result. Weights are summed over it afterwards: reads that do not depend on each other
/// wait for memory together, not one after the other.
struct AncestorSearch {
  let offsets: UnsafePointer<UInt32>
  let parents: UnsafePointer<UInt32>
  /// `marks[x] == mark` means: x was reached in this walk. So nothing is cleared between walks.
  let marks: UnsafeMutablePointer<UInt32>
  /// The nodes reached, in the order reached. Room for every node.
  let reached: UnsafeMutablePointer<UInt32>
  let mark: UInt32
  /// How many nodes are reached.
  private(set) var count = 0
  private var climbed = 0

  init(
    offsets: UnsafePointer<UInt32>, parents: UnsafePointer<UInt32>, marks: UnsafeMutablePointer<UInt32>,
    reached: UnsafeMutablePointer<UInt32>, mark: UInt32
  ) {
    self.offsets = offsets
    self.parents = parents
    self.marks = marks
    self.reached = reached
    self.mark = mark
  }

  /// Reaches one node, if it is not reached already.
  @inline(__always)
  mutating func reach(_ node: UInt32) {
    guard marks[Int(node)] != mark else { return }
    marks[Int(node)] = mark
    reached[count] = node
    count += 1
  }

  /// Reaches the parents of `node`.
  @inline(__always)
  mutating func reachParents(of node: Int) {
    var edge = Int(offsets[node])
    let end = Int(offsets[node + 1])
    while edge < end {
      reach(parents[edge])
      edge += 1
    }
  }

  /// Reaches everything above the nodes reached.
  @inline(__always)
  mutating func climb() {
    while climbed < count {
      let node = Int(reached[climbed])
      climbed += 1
      reachParents(of: node)
    }
  }
}
