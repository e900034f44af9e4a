/// Why an ancestor graph could not be built, or a total not be computed.
public struct AncestorGraphError: Error, Hashable, Sendable {
  /// What went wrong; an open set, so new codes are no break.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The name in messages and output.
    public let description: String

    private init(_ description: String) { self.description = description }

    /// Two arrays that must run in parallel have different lengths.
    public static let lengthMismatch = Code("length-mismatch")
    /// More nodes or edges than a 32-bit index can name.
    public static let tooLarge = Code("too-large")
    /// An offset is smaller than the one before, or they do not span the parents exactly.
    public static let offsetsNotMonotone = Code("offsets-not-monotone")
    /// A parent does not come before its child.
    public static let parentNotBefore = Code("parent-not-before-child")
    /// A node names the same parent twice.
    public static let duplicateParent = Code("duplicate-parent")
    /// The low bound is above the best value, or the best above the high bound.
    public static let boundsOutOfOrder = Code("bounds-out-of-order")
    /// A total needs more than 128 bits.
    public static let overflow = Code("overflow")
  }

  /// What went wrong.
  public let code: Code
  /// The nodes concerned, as the caller numbered them. Empty where the error concerns no node.
  public let nodes: [Int]

  init(_ code: Code, nodes: [Int] = []) {
    self.code = code
    self.nodes = nodes
  }
}

extension AncestorGraphError: CustomStringConvertible {
  /// One line for a log; the edge of the program words it for people.
  public var description: String {
    guard !nodes.isEmpty else { return code.description }
    let path = nodes.prefix(20).map(String.init).joined(separator: ", ")
    return "\(code) at \(path)\(nodes.count > 20 ? " and \(nodes.count - 20) more" : "")"
  }
}
