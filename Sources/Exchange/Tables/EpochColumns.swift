import Measures
import Records

/// Which columns of a table of Epoch AI's models mean what: the names changed between editions.
struct EpochColumns {
  private let indices: [String: Int]

  static let model = ["Model"]
  static let organization = ["Organization"]
  static let date = ["Publication date"]
  static let domain = ["Domain"]
  static let parameters = ["Parameters"]
  static let compute = ["Training compute (FLOP)"]
  static let low = ["Training compute lower bound"]
  static let high = ["Training compute upper bound"]
  static let base = ["Base model"]
  static let baseCompute = ["Base model compute"]
  static let finetune = ["Finetune compute (FLOP)"]
  static let postTraining = ["Post-training compute (FLOP)"]
  static let confidence = ["Confidence"]
  static let country = ["Country (from Organization)", "Country (of organization)"]
  static let hardware = ["Training hardware"]
  static let quantity = ["Hardware quantity"]
  static let hours = ["Training time (hours)"]
  static let chipHours = ["Training chip-hours"]
  static let utilisation = ["Hardware utilization (MFU)", "Hardware utilization"]
  static let method = ["Training compute estimation method"]
  static let foundation = ["Foundation model"]
  static let modified = ["Last modified"]

  /// - Throws: ``Problems`` (`wrong-format`, `bad-table`): another table, or a column that stands twice.
  init(_ header: CSVRow, at mark: Mark) throws(Problems) {
    var indices: [String: Int] = [:]
    for index in 0..<header.count {
      let name = header[index].trimmed
      guard !name.isEmpty else { continue }
      guard indices.updateValue(index, forKey: name) == nil else {
        throw Problems([
          Problem(
            .badTable, at: mark, field: name.shownSafely, rule: Phrase.tableColumnTwice.with(.quoted(name)),
            remedy: Phrase.tableOneColumn.message)
        ])
      }
    }
    self.indices = indices
    let missing = [Self.model, Self.organization, Self.date, Self.compute, Self.base].filter {
      self[$0] == nil
    }
    guard missing.isEmpty else {
      throw Problems([
        Problem(
          .wrongFormat, at: mark,
          rule: Phrase.notEpochTable.with(.code(missing.map { $0[0] }.joined(separator: ", "))),
          remedy: Phrase.nameEpochTable.message)
      ])
    }
  }

  /// Where the first of these columns stands that the table has.
  subscript(names: [String]) -> Int? { names.lazy.compactMap { indices[$0] }.first }
}

extension String {
  /// Without white space at both ends, and with single spaces within.
  var trimmed: String {
    let isClean = utf8.withContiguousStorageIfAvailable { utf8 in
      utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
    if isClean == true { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As a record may hold it: white space single, without signs that have no place in a text.
  var cleaned: String {
    let text = trimmed
    guard text.unicodeScalars.contains(where: \.isHidden) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isHidden }))
  }
}
