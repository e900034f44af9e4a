package import Measures
package import Records

/// What an importer made of a source: records to be edited, and what a person should know of how they came about.
package struct Imported: Sendable {
  /// Remarks for the beginning of the file.
  package var comments: [String]
  package var records: [WrittenRecord]
  /// Conflicts, what was left out and why, what is missing. None of them was settled by guessing low.
  package var findings: [Problem]
  /// Whose records they are, where the source says so.
  package var namespace: String?
  package var title: Bilingual?

  package init(comments: [String] = [], records: [WrittenRecord] = [], findings: [Problem] = []) {
    self.comments = comments
    self.records = records
    self.findings = findings
  }
}
