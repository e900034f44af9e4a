import Measures
import Records

/// What one row of a table of Epoch AI says of a model, as far as accounting needs it.
struct EpochRow {
  let number: Int
  let mark: Mark
  let model: String
  let organizations: [String]
  let countries: [String]
  let date: CivilDate?
  let domains: [String]
  let bases: [String]
  let confidence: String
  let methods: [String]
  let hardware: String
  let isFoundation: Bool
  private let figures: [String: Figure]

  /// A figure of the first of these columns that the table has.
  subscript(names: [String]) -> Figure? { names.lazy.compactMap { figures[$0] }.first }

  /// Reads a row; what stands in a column of numbers and is none shows that values are in the wrong columns.
  init(_ row: CSVRow, _ columns: EpochColumns, at mark: Mark, mistakes: inout [Problem]) {
    func text(_ names: [String]) -> String {
      guard let index = columns[names], !row.isEmpty(index) else { return "" }
      return row[index].cleaned
    }
    number = row.number
    self.mark = mark
    model = text(EpochColumns.model)
    organizations = Self.parts(text(EpochColumns.organization))
    // One place whose name has a comma.
    countries = Self.elements(text(EpochColumns.country).replacing("Hong Kong,China", with: "Hong Kong"))
    domains = Self.elements(text(EpochColumns.domain))
    bases = Self.elements(text(EpochColumns.base))
    confidence = text(EpochColumns.confidence)
    methods = Self.elements(text(EpochColumns.method))
    hardware = text(EpochColumns.hardware)
    isFoundation = text(EpochColumns.foundation) == "True"
    let day = text(EpochColumns.date)
    date = CivilDate(day)
    if date == nil, !day.isEmpty { mistakes.append(Self.shifted(row, mark, EpochColumns.date[0], day)) }
    var figures: [String: Figure] = [:]
    for names in Self.numeric {
      let written = text(names)
      guard !written.isEmpty else { continue }
      if let figure = Figure(written) {
        figures[names[0]] = figure
      } else {
        mistakes.append(Self.shifted(row, mark, names[0], written))
      }
    }
    self.figures = figures
  }

  private static let numeric = [
    EpochColumns.parameters, EpochColumns.compute, EpochColumns.low, EpochColumns.high, EpochColumns.finetune,
    EpochColumns.baseCompute, EpochColumns.postTraining, EpochColumns.quantity, EpochColumns.hours,
    EpochColumns.chipHours, EpochColumns.utilisation,
  ]

  private static func shifted(_ row: CSVRow, _ mark: Mark, _ column: String, _ text: String) -> Problem {
    Problem(
      .badTable, at: mark, field: column,
      rule: Phrase.tableNotOfColumn.with(.count(row.number), .code(column), .quoted(text)),
      remedy: Phrase.tableMendRow.message)
  }

  /// Names between commas; a comma before a space is part of a name.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      if piece.hasPrefix(" "), let last = parts.popLast() {
        parts.append("\(last),\(piece)")
      } else {
        parts.append(String(piece))
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  private static func elements(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
