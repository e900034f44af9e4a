/// Text in the columns of a terminal. What sets a colour takes none.
extension StringProtocol {
  /// How many columns of a terminal the text takes.
  var columns: Int {
    var isEscape = false
    return reduce(0) { sum, sign in
      if isEscape {
        isEscape = sign != "m"
        return sum
      }
      isEscape = sign == "\u{1B}"
      return isEscape ? sum : sum + sign.columns
    }
  }

  /// The columns of the longest part that is not broken.
  var longestPiece: Int { split(separator: " ").flatMap(\.pieces).map(\.columns).max() ?? 0 }

  /// The parts of a word between which it may be broken: after - / : and _, before a letter.
  fileprivate var pieces: [SubSequence] {
    var pieces: [SubSequence] = []
    var start = startIndex
    for index in indices where index > start && self[index].isLetter {
      let before = self[self.index(before: index)]
      if "-/:_".contains(before), self[start..<index].contains(where: \.isLetter) {
        pieces.append(self[start..<index])
        start = index
      }
    }
    return pieces + [self[start...]]
  }
}

extension String {
  /// The text in lines of at most `width` columns: broken at spaces, in a word that is longer between its pieces, and
  /// anywhere only in a piece that is longer. Lines after the first begin with `hanging` spaces.
  func wrapped(to width: Int, hanging: Int = 0) -> [String] {
    guard width > 0, columns > width else { return [self] }
    var lines = Lines(width: width, margin: String(repeating: " ", count: min(hanging, width / 2)))
    for (index, word) in split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      lines.add(word, isFirst: index == 0)
    }
    return lines.done
  }

  /// The same for a line of a text: its other lines stand two columns right of where it begins.
  func wrappedHanging(to width: Int) -> [String] {
    guard columns > width else { return [self] }
    return wrapped(to: width, hanging: margin + 2)
  }

  /// The spaces before the text.
  private var margin: Int {
    var isEscape = false
    var spaces = 0
    for sign in self {
      if isEscape {
        isEscape = sign != "m"
      } else if sign == " " {
        spaces += 1
      } else if sign == "\u{1B}" {
        isEscape = true
      } else {
        break
      }
    }
    return spaces
  }
}

/// Lines that are being filled.
private struct Lines {
  let width: Int
  let margin: String
  private var lines: [String] = []
  private var line = ""
  private var used = 0
  /// Whether the line holds nothing but its margin.
  private var isBlank = true

  init(width: Int, margin: String) {
    self.width = width
    self.margin = margin
  }

  var done: [String] { isBlank ? lines : lines + [line] }

  mutating func add(_ word: Substring, isFirst: Bool) {
    let columns = word.columns
    // Two spaces stand between what one does not join; at the end of a line they are nothing.
    if isBlank, !lines.isEmpty, columns == 0 {
      line += word
      return
    }
    let isAtMargin = isBlank && !lines.isEmpty
    if !isFirst, !isAtMargin {
      if !isBlank, used + 1 + columns > width {
        end()
      } else {
        append(" ", 1)
      }
    }
    if used + columns <= width { return append(word, columns) }
    for piece in word.pieces { add(piece: piece) }
  }

  private mutating func add(piece: Substring) {
    let columns = piece.columns
    if used + columns > width, !isBlank { end() }
    if used + columns <= width { return append(piece, columns) }
    for sign in piece {
      let next = (line + String(sign)).columns
      if next > width, !isBlank { end() }
      append(Substring(String(sign)), (line + String(sign)).columns - line.columns)
    }
  }

  private mutating func append(_ text: Substring, _ columns: Int) {
    line += text
    used += columns
    if columns > 0, text != " " { isBlank = false }
  }

  private mutating func end() {
    while line.hasSuffix(" ") { line.removeLast() }
    lines.append(line)
    line = margin
    used = margin.count
    isBlank = true
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
