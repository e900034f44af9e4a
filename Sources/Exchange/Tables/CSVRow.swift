/// One row of a table: where its fields stand in the bytes of the file.
package struct CSVRow {
  /// Its number in the table, from 1 for the header: not that of its line, since a field may hold line ends.
  let number: Int
  /// The line on which it begins.
  let line: Int
  fileprivate let fields: ArraySlice<CSVField>
  fileprivate let bytes: [UInt8]

  init(number: Int, line: Int, fields: ArraySlice<CSVField>, bytes: [UInt8]) {
    self.number = number
    self.line = line
    self.fields = fields
    self.bytes = bytes
  }

  /// How many fields it has.
  package var count: Int { fields.count }

  /// The text of a field; the bytes are known to be UTF-8.
  package subscript(index: Int) -> String {
    let field = fields[fields.startIndex + index]
    guard field.hasDoubledQuotes else { return String(decoding: bytes[field.range], as: UTF8.self) }
    var text: [UInt8] = []
    var isSecond = false
    for byte in bytes[field.range] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a field is empty.
  package func isEmpty(_ index: Int) -> Bool { fields[fields.startIndex + index].range.isEmpty }
}

/// Where a field stands.
struct CSVField {
  let range: Range<Int>
  let hasDoubledQuotes: Bool
}
