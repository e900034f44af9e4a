import Measures
package import Records

/// Reads comma-separated text as RFC 4180 has it: quoted fields, quotes doubled, lines that end in any way. A row with another
/// number of fields than the first is refused with its line: shifted columns are never guessed.
package struct CSVReader: Sequence, IteratorProtocol {
  /// A row: its fields by the names of the first row.
  package struct Row {
    /// The line on which it begins.
    package let line: Int
    fileprivate let columns: [String: Int]
    fileprivate let fields: [String]

    /// The field of a column without spaces around it; `nil` if there is none or it is empty.
    package subscript(column: String) -> String? {
      guard let index = columns[column] else { return nil }
      let text = fields[index].trimmed
      return text.isEmpty ? nil : text
    }
  }

  /// The names of the columns, in order.
  package private(set) var header: [String] = []
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var columns: [String: Int] = [:]
  /// What was wrong, if anything was: then there are no more rows.
  package private(set) var problem: Problem?

  /// Reads the first row of a file.
  /// - Throws: ``Problems``: no text, no header, or a column that is there twice.
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let fields = try fields() ?? []
    header = fields.map(\.trimmed)
    for (index, name) in header.enumerated() {
      guard !name.isEmpty, columns.updateValue(index, forKey: name) == nil else {
        throw Problems([wrong(1, Phrase.csvColumnTwice.with(.quoted(name)))])
      }
    }
    guard !header.isEmpty else { throw Problems([wrong(1, Phrase.csvEmpty.message)]) }
  }

  /// The next row; `nil` at the end, or where something is wrong.
  package mutating func next() -> Row? {
    guard problem == nil else { return nil }
    let start = line
    do throws(Problems) {
      guard let fields = try fields() else { return nil }
      guard fields.count == header.count else {
        problem = wrong(start, Phrase.csvShifted.with(.count(fields.count), .count(header.count)))
        return nil
      }
      return Row(line: start, columns: columns, fields: fields)
    } catch {
      problem = error.list.first
      return nil
    }
  }

  private func wrong(_ line: Int, _ rule: Message) -> Problem {
    Problem(.badTable, at: Mark(file: file, line: line), rule: rule, remedy: Phrase.rewriteIt.message)
  }

  /// The fields of the next row that is not blank.
  private mutating func fields() throws(Problems) -> [String]? {
    while position < bytes.count {
      let row = try row()
      if row.count > 1 || !row[0].trimmed.isEmpty { return row }
    }
    return nil
  }

  private mutating func row() throws(Problems) -> [String] {
    var fields: [String] = []
    let start = line
    while true {
      fields.append(try field(start))
      guard fields.count <= Self.mostColumns else {
        throw Problems([wrong(start, Phrase.csvTooWide.with(.count(Self.mostColumns)))])
      }
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
      position += 1
    }
    endLine()
    return fields
  }

  private static let mostColumns = 1000

  private mutating func endLine() {
    guard position < bytes.count else { return }
    if bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func field(_ start: Int) throws(Problems) -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let from = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return try text(bytes[from..<position], start)
    }
    position += 1
    var found: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          guard position == bytes.count || isEnd(bytes[position]) else {
            throw Problems([wrong(line, Phrase.csvAfterQuote.message)])
          }
          return try text(found[...], start)
        }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      found.append(byte)
    }
    throw Problems([wrong(start, Phrase.csvOpenQuote.message)])
  }

  private func text(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(Problems) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problems([wrong(line, Phrase.csvNotUTF8.message)])
    }
    return text
  }
}

extension String {
  /// Without spaces around it.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
