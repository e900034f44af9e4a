/// Trees to be written: they stand nowhere yet.
extension Node: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  private static let nowhere = Mark(file: "", line: 0)

  /// A scalar.
  public init(stringLiteral value: String) { self.init(.scalar(value), Self.nowhere) }

  /// A scalar.
  package static func text(_ value: String) -> Node { Node(.scalar(value), nowhere) }

  /// A sequence.
  package static func list(_ elements: [Node]) -> Node { Node(.list(elements), nowhere) }

  /// A mapping.
  package static func map(_ entries: [(String, Node)]) -> Node {
    Node(.map(entries.map { Entry(key: $0.0, mark: nowhere, value: $0.1) }), nowhere)
  }
}
