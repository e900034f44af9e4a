import Records

/// Columns that line up: widths count the columns of a terminal, not bytes, and ignore colour. Where the style has a
/// width, text columns are wrapped to fit it.
struct TextTable {
  enum Alignment {
    case left, right
  }

  private struct Row {
    let cells: [String]
    let tones: [TextStyle.Tone?]
  }

  /// No column is made narrower than this.
  private static let narrowest = 12

  let alignments: [Alignment]
  private var rows: [Row] = []

  init(_ alignments: [Alignment]) { self.alignments = alignments }

  mutating func add(_ cells: [String], _ tones: [TextStyle.Tone?] = []) {
    rows.append(Row(cells: cells.map(\.shownSafely), tones: tones))
  }

  /// The lines, each indented by `indent` spaces.
  func lines(_ style: TextStyle, indent: Int = 0) -> [String] {
    let widths = widths(style.width.map { $0 - indent })
    return rows.flatMap { row in
      let cells = row.cells.enumerated().map { $1.wrapped(to: widths[$0]) }
      return (0..<(cells.map(\.count).max() ?? 0)).map { part in
        line(cells.map { $0.indices.contains(part) ? $0[part] : "" }, row.tones, widths, style, indent)
      }
    }
  }

  /// As wide as the cells are; with a limit the widest text columns give way.
  private func widths(_ limit: Int?) -> [Int] {
    var widths = alignments.indices.map { column in rows.map { $0.cells[column].columns }.max() ?? 0 }
    guard let limit else { return widths }
    let texts = alignments.indices.filter { alignments[$0] == .left }
    while widths.reduce(2 * (widths.count - 1), +) > limit {
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest else {
        break
      }
      widths[widest] -= 1
    }
    return widths
  }

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

extension String {
  /// How many columns of a terminal the text takes.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text in lines of at most `width` columns, broken at spaces, or anywhere in a word that is longer.
  func wrapped(to width: Int) -> [String] {
    guard columns > width, width > 0 else { return [self] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.columns + 1 + String(word).columns > width {
        lines.append(line)
        line = ""
      } else if !line.isEmpty {
        line += " "
      }
      for sign in word {
        if line.columns + sign.columns > width, !line.isEmpty {
          lines.append(line)
          line = ""
        }
        line.append(sign)
      }
    }
    return lines + [line]
  }
}

extension Character {
  /// Two for the wide signs of East Asian scripts and for pictures, else one.
  fileprivate var columns: Int {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200D, 0x2060, 0xFEFF: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
