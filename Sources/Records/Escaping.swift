package import Measures

extension Unicode.Scalar {
  /// Whether it steers a terminal or the direction of text and has no place in what people write: control signs
  /// but for line ends and tabs, and the marks that override or isolate a direction.
  package var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether nothing shows of it: a soft hyphen, a space without width, an invisible letter.
  fileprivate var isUnseen: Bool {
    value > 0xA0
      && (properties.isDefaultIgnorableCodePoint || value == 0x2800 || (0xFFF9...0xFFFB).contains(value))
  }

  /// Whether it joins letters or chooses their look: some scripts and emoji cannot be written without.
  private var joins: Bool {
    switch value {
    case 0x200C, 0x200D, 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Whether it has no place in what people write: two words that look the same would not be.
  package var isHidden: Bool { isControl || isUnseen && !joins }
}

extension String {
  /// The text on one line, with signs that could steer a terminal shown by their numbers.
  package var shownSafely: String {
    guard unicodeScalars.contains(where: { $0.isHidden || $0 == "\n" || $0 == "\t" }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isHidden || scalar == "\n" || scalar == "\t" {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// What is seen of the text: by it two are compared.
  package var seen: String { String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnseen })) }

  /// Which rule is broken by signs that have no place in a text.
  package var brokenBySigns: Phrase? {
    // Most texts are plain ASCII, where a look at the bytes is enough.
    let isPlain = utf8.withContiguousStorageIfAvailable { utf8 in
      utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x09 || $0 == 0x0A }
    }
    if isPlain == true { return nil }
    return unicodeScalars.first(where: \.isHidden).map { $0.isControl ? .controlSigns : .hiddenSigns }
  }
}

extension Node {
  /// Keys and texts here and below that hold such signs: shown as they are, they would reach the terminal and the page.
  package func controlSigns(path: String = "") -> [Problem] {
    func problems(_ text: String, _ mark: Mark, _ field: String) -> [Problem] {
      guard let rule = text.brokenBySigns else { return [] }
      return [
        Problem(
          .wrongType, at: mark, field: field.shownSafely, rule: rule.with(.quoted(text)),
          remedy: Phrase.removeSigns.message)
      ]
    }
    switch content {
    case .scalar(let text): return problems(text, mark, path)
    case .list(let elements):
      return elements.enumerated().flatMap { $1.controlSigns(path: "\(path)[\($0)]") }
    case .map(let entries):
      return entries.flatMap { entry in
        let inner = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        return problems(entry.key, entry.mark, inner) + entry.value.controlSigns(path: inner)
      }
    }
  }
}
