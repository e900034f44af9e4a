import Records

/// Columns that line up: widths count characters, not bytes, and ignore colour.
struct TextTable {
  enum Alignment {
    case left, right
  }

  private struct Row {
    let cells: [String]
    let tones: [TextStyle.Tone?]
  }

  let alignments: [Alignment]
  private var rows: [Row] = []

  init(_ alignments: [Alignment]) { self.alignments = alignments }

  mutating func add(_ cells: [String], _ tones: [TextStyle.Tone?] = []) {
    rows.append(Row(cells: cells.map(\.shownSafely), tones: tones))
  }

  /// The lines, each indented by `indent` spaces.
  func lines(_ style: TextStyle, indent: Int = 0) -> [String] {
    let widths = alignments.indices.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let tone = row.tones.indices.contains(column) ? row.tones[column] : nil
        let shown = tone.map { style(cell, $0) } ?? cell
        line += alignments[column] == .right ? padding + shown : shown + padding
        if column < row.cells.count - 1 { line += "  " }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
