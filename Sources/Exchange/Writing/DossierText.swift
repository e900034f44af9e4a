package import Measures
package import Records

/// A dossier's file as YAML that a person edits: remarks, a stable order, lines that fit. What it writes, the strict reader
/// reads back to the same values.
package struct DossierText {
  package var namespace: String
  package var title: Bilingual?
  /// Remarks at the beginning of the file.
  package var comments: [String]
  package var records: [WrittenRecord]

  package init(
    namespace: String, title: Bilingual? = nil, comments: [String] = [], records: [WrittenRecord]
  ) {
    self.namespace = namespace
    self.title = title
    self.comments = comments
    self.records = records
  }

  /// The file.
  package var yaml: String {
    var lines = YAMLLines()
    comments.forEach { lines.comment($0, indent: 0) }
    lines.record(head)
    for record in records { lines.record(record) }
    return lines.text
  }

  /// The value tree that a reader makes of the file.
  package func tree(file: String) -> Node {
    let mark = Mark(file: file, line: 0)
    return Node(.list(([head] + records).map { $0.node(mark) }), mark)
  }

  private var head: WrittenRecord {
    let title = title.map { WrittenField("title", .group([.text("en", $0.en), .text("fr", $0.fr)])) }
    return WrittenRecord("dossier", namespace, title.map { [$0] } ?? [])
  }
}
