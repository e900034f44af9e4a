import Measures
import Records
import RecordsIO

/// What the card of a model says of its base: the fields before its text.
struct CheckpointCard {
  /// How a model came from its base, in the words of cards.
  enum Relation: String {
    case finetune, adapter, merge, quantized
  }

  private(set) var bases: [String] = []
  private(set) var relation: Relation?
  /// A relation in other words than those of cards.
  private(set) var unknownRelation: String?

  /// Reads the fields between the first two lines of three hyphens; none without them.
  /// - Throws: ``Problems``: fields that are no YAML.
  init(_ bytes: [UInt8], file: String) throws(Problems) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? $0.dropLast() : $0
    }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return }
    // Blank, so that lines keep their numbers.
    let fields = "\n" + lines[1..<end].joined(separator: "\n") + "\n"
    guard fields.contains(where: { !$0.isWhitespace }) else { return }
    let tree = try TextFile.tree(Array(fields.utf8), named: file)
    bases = tree["base_model"]?.asList.compactMap(\.text).map(\.cleaned).filter { !$0.isEmpty } ?? []
    if let word = tree["base_model_relation"]?.text {
      relation = Relation(rawValue: word)
      if relation == nil { unknownRelation = word }
    }
  }
}
