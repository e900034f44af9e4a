/// A name of a log, a key, a witness or a group. It is compared byte for byte: texts of Swift are equal when they look the
/// same (`K` and the Kelvin sign), and two keys must not be taken for one because of that.
package struct LogName: Hashable, Sendable {
  /// The bytes.
  package let bytes: [UInt8]

  /// The name with these bytes.
  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The name with the bytes of a text.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The name for people.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a key may have it (signed-note, Format): not empty, UTF-8, no space of any script, no `+`, no control character.
  package var isKeyName: Bool {
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace }
  }
}

extension LogName: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral text: String) { self.init(text) }

  package var description: String { text }
}
