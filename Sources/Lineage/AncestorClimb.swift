/// One way up from some nodes, over memory that its user keeps from question to question.
///
/// It begins node by node. Where many nodes are reached it goes on by number, from the last node down: a parent
/// comes before its children, so that each node's turn comes after all of its descendants. The graph is then read
/// almost in a line, and only the marks, one bit a node, here and there. It pays where many are reached.
struct AncestorClimb {
  let offsets: UnsafePointer<UInt32>
  let parents: UnsafePointer<UInt32>
  /// One bit a node, set while its turn is to come. All are zero between questions.
  let marks: UnsafeMutablePointer<UInt64>
  /// The nodes reached. Room for every node.
  let reached: UnsafeMutablePointer<UInt32>
  /// How many nodes are reached.
  private(set) var count = 0

  init(
    offsets: UnsafePointer<UInt32>, parents: UnsafePointer<UInt32>, marks: UnsafeMutablePointer<UInt64>,
    reached: UnsafeMutablePointer<UInt32>
  ) {
    self.offsets = offsets
    self.parents = parents
    self.marks = marks
    self.reached = reached
  }

  /// Reaches one node, if it is not reached already.
  @inline(__always)
  mutating func reach(_ node: UInt32) {
    let bit: UInt64 = 1 << UInt64(node & 63)
    guard marks[Int(node >> 6)] & bit == 0 else { return }
    marks[Int(node >> 6)] |= bit
    reached[count] = node
    count += 1
  }

  /// Reaches everything above the nodes reached, node by node while they are not more than `few`.
  mutating func climb(few: Int) {
    var climbed = 0
    while climbed < count {
      if count > few { return sweep() }
      let node = Int(reached[climbed])
      climbed += 1
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) { reach(parents[edge]) }
    }
    for index in 0..<count { marks[Int(reached[index] >> 6)] = 0 }
  }

  /// Finds again all that is reached, and everything above, in descending order.
  private mutating func sweep() {
    var word = 0
    for index in 0..<count { word = max(word, Int(reached[index] >> 6)) }
    count = 0
    while word >= 0 {
      while marks[word] != 0 {
        let bit = 63 - marks[word].leadingZeroBitCount
        let node = word << 6 | bit
        marks[word] ^= 1 << UInt64(bit)
        reached[count] = UInt32(node)
        count += 1
        for edge in Int(offsets[node])..<Int(offsets[node + 1]) {
          marks[Int(parents[edge] >> 6)] |= 1 << UInt64(parents[edge] & 63)
        }
      }
      word -= 1
    }
  }
}
