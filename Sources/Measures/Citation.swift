/// Where a rule or a number comes from.
public struct Citation: Hashable, Sendable {
  /// How far the source was checked.
  public enum Check: String, Hashable, Sendable, CaseIterable {
    /// The text itself was read.
    case primary
    /// A description of the text was read.
    case secondary
    /// Written from memory: still to be read.
    case memory
    /// The text has no such figure: our reading chose it.
    case reading
  }

  /// The document.
  public let document: String
  /// The place in the document.
  public let locus: String
  /// How far it was checked.
  public let checked: Check

  /// Creates a citation.
  public init(document: String, locus: String, checked: Check) {
    self.document = document
    self.locus = locus
    self.checked = checked
  }
}

extension Citation: CustomStringConvertible {
  /// The document and the place.
  public var description: String { "\(document), \(locus)" }
}
