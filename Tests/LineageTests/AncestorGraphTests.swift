import Testing

@testable import Lineage

@Suite("Ancestor graphs")
struct AncestorGraphTests {
  @Test(
    "what is not a topologically ordered graph is refused with its place",
    arguments: [
      ([1, 1], [0], AncestorGraphError(.offsetsNotMonotone)),
      ([], [], AncestorGraphError(.offsetsNotMonotone)),
      ([0, 0, 2], [0], AncestorGraphError(.offsetsNotMonotone)),
      ([0, 2, 1], [0], AncestorGraphError(.offsetsNotMonotone, nodes: [1])),
      ([0, 1], [0], AncestorGraphError(.parentNotBefore, nodes: [0, 0])),
      ([0, 0, 1], [7], AncestorGraphError(.parentNotBefore, nodes: [7, 1])),
      ([0, 0, 2], [0, 0], AncestorGraphError(.duplicateParent, nodes: [0, 1])),
    ] as [([UInt32], [UInt32], AncestorGraphError)])
  func refused(offsets: [UInt32], parents: [UInt32], error: AncestorGraphError) {
    #expect(throws: error) { try AncestorGraph(offsets: offsets, parents: parents) }
  }
}
