import Measures

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
}

extension String {
  /// The text on one line, with signs that could steer a terminal shown by their numbers.
  package var shownSafely: String {
    guard unicodeScalars.contains(where: { $0.isControl || $0 == "\n" || $0 == "\t" }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl || scalar == "\n" || scalar == "\t" {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Node {
  /// Keys and texts here and below that hold such signs: shown as they are, they would reach the terminal and the page.
  package func controlSigns(path: String = "") -> [Problem] {
    func problems(_ text: String, _ mark: Mark, _ field: String) -> [Problem] {
      guard text.unicodeScalars.contains(where: \.isControl) else { return [] }
      return [
        Problem(
          .wrongType, at: mark, field: field.shownSafely, rule: Phrase.controlSigns.with(.quoted(text)),
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
