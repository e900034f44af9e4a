import FoundationEssentials
import Records
import RecordsIO

/// The style sheet of every page, and the hash by which the content policy admits it.
struct PageStyle {
  /// The style sheet without its comments and indentation.
  let text: String
  /// `sha256-…`, as a content policy writes it.
  let source: String

  init() throws(PageError) {
    guard let file = ShippedTexts.folder("Assets").first(where: { $0.path == "Assets/style.css" }) else {
      throw PageError(.missingTemplate, "style.css")
    }
    text = Self.compact(String(decoding: file.bytes, as: UTF8.self))
    source = "sha256-" + Self.base64(Digest.sha256(Array(text.utf8)))
  }

  static func compact(_ text: String) -> String {
    text.replacing(/\/\*(?:[^*]|\*[^\/])*\*\//, with: "").split(separator: "\n")
      .map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The bytes that hexadecimal digits say, in base 64.
  static func base64(_ hex: String) -> String {
    let digits = hex.compactMap(\.hexDigitValue)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    return Data(bytes).base64EncodedString()
  }
}
