import Records

/// Columns that line up: widths count the columns of a terminal, not bytes, and ignore colour. Where the style has a
/// width, cells are wrapped to fit it, and the last columns that leave the others too little stand under their row.
struct TextTable {
  enum Alignment {
    case left, right
  }

  private struct Row {
    let cells: [String]
    let tones: [TextStyle.Tone?]
  }

  /// Of a table with all its columns, none is made narrower than this.
  private static let comfortable = 20
  /// How far what stands under a row is indented.
  private static let under = 4

  let alignments: [Alignment]
  private var rows: [Row] = []

  init(_ alignments: [Alignment]) { self.alignments = alignments }

  mutating func add(_ cells: [String], _ tones: [TextStyle.Tone?] = []) {
    rows.append(Row(cells: cells.map(\.shownSafely), tones: tones))
  }

  /// The lines, each indented by `indent` spaces.
  func lines(_ style: TextStyle, indent: Int = 0) -> [String] {
    let widths = widths(style.width.map { max(1, $0 - indent) })
    return rows.flatMap { row in
      let cells = row.cells.prefix(widths.count).enumerated().map { $1.wrapped(to: widths[$0]) }
      let beside = (0..<(cells.map(\.count).max() ?? 0)).map { part in
        line(cells.map { $0.indices.contains(part) ? $0[part] : "" }, row.tones, widths, style, indent)
      }
      return (beside.allSatisfy(\.isEmpty) ? [] : beside) + below(row, widths.count, style, indent)
    }
  }

  /// The cells of columns that have no place beside the others.
  private func below(_ row: Row, _ count: Int, _ style: TextStyle, _ indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent + Self.under)
    return row.cells.indices.dropFirst(count).filter { !row.cells[$0].isEmpty }.flatMap { column in
      let tone = row.tones.indices.contains(column) ? row.tones[column] : nil
      return (margin + row.cells[column]).wrapped(to: style.width ?? .max, hanging: margin.count).map {
        line in
        tone.map { style(line, $0) } ?? line
      }
    }
  }

  /// As wide as the cells are; with a limit the widest columns give way, then the last stand under their row. There
  /// are as many as have a place beside each other.
  private func widths(_ limit: Int?) -> [Int] {
    var widths = alignments.indices.map { column in rows.map { $0.cells[column].columns }.max() ?? 0 }
    guard let limit else { return widths }
    let pieces = alignments.indices.map { column in rows.map { $0.cells[column].longestPiece }.max() ?? 0 }
    var least = zip(widths, pieces).map { min($0, max($1, Self.comfortable)) }
    while Self.sum(least) > limit, least.count > 1 {
      widths.removeLast()
      least = Array(pieces.prefix(widths.count))
    }
    while Self.sum(widths) > limit {
      guard
        let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
      else { return widths.count == 1 ? [limit] : widths }
      widths[widest] -= 1
    }
    return widths
  }

  /// Columns with two spaces between them.
  private static func sum(_ widths: [Int]) -> Int { widths.reduce(2 * (widths.count - 1), +) }

  private func line(
    _ cells: [String], _ tones: [TextStyle.Tone?], _ widths: [Int], _ style: TextStyle, _ indent: Int
  ) -> String {
    var line = String(repeating: " ", count: indent)
    for (column, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, widths[column] - cell.columns))
      let tone = tones.indices.contains(column) ? tones[column] : nil
      let shown = cell.isEmpty ? "" : tone.map { style(cell, $0) } ?? cell
      line += alignments[column] == .right ? padding + shown : shown + padding
      if column < cells.count - 1 { line += "  " }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
