import Measures
package import Records

/// A strict reader of comma-separated values (RFC 4180): a byte order mark is left out, lines end with CRLF or LF in any
/// mixture, quoted fields may hold line ends. Every row has as many fields as the header; a row that has not is refused with
/// its number, because the values that follow the mistake stand in the wrong columns.
package struct CSVReader {
  /// At most so much of one table is read.
  static let (maximumRows, maximumColumns, maximumField) = (1_000_001, 1_000, 1 << 20)
  /// At most so many mistakes are collected.
  private static let maximumMistakes = 500

  private let bytes: [UInt8]
  private let file: String
  private var index: Int
  private var line = 1
  private var number = 0
  private var width: Int?
  private var fields: [CSVField] = []
  /// Rows with more or fewer fields than the header, whose reading went on.
  package private(set) var mistakes: [Problem] = []

  /// A reader of `bytes`.
  /// - Throws: ``Problems`` (`not-utf8`).
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    self.bytes = bytes
    self.file = file
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      let line = 1 + bytes[..<error.byteOffsets.lowerBound].count { $0 == 0x0A }
      throw Problems([
        Problem(
          .notUTF8, at: Mark(file: file, line: line), rule: Phrase.notUTF8.message,
          remedy: Phrase.convertFile.message)
      ])
    }
  }

  func mark(_ row: CSVRow) -> Mark { Mark(file: file, line: row.line) }

  /// The next row with as many fields as the header, which is the first; `nil` at the end.
  /// - Throws: ``Problems``: quotes that do not fit, or more than is read.
  package mutating func next() throws(Problems) -> CSVRow? {
    while index < bytes.count {
      let row = try row()
      // An empty line holds nothing, not one empty field.
      if row.count == 1, row.isEmpty(0), width != 1 { continue }
      guard let width else {
        self.width = row.count
        return row
      }
      if row.count == width { return row }
      mistakes.append(
        Problem(
          .badTable, at: mark(row),
          rule: Phrase.tableRowWidth.with(.count(row.number), .count(row.count), .count(width)),
          remedy: Phrase.tableMendRow.message))
      guard mistakes.count < Self.maximumMistakes else { throw Problems(mistakes) }
    }
    return nil
  }

  private mutating func row() throws(Problems) -> CSVRow {
    fields.removeAll(keepingCapacity: true)
    number += 1
    guard number <= Self.maximumRows else {
      throw tooLarge(Phrase.tableTooLong.with(.count(Self.maximumRows - 1)))
    }
    let first = line
    while true {
      let field = index < bytes.count && bytes[index] == Self.quote ? try quoted() : try bare()
      guard field.range.count <= Self.maximumField, fields.count < Self.maximumColumns else {
        throw tooLarge(
          Phrase.tableTooWide.with(.count(number), .count(Self.maximumColumns), .count(Self.maximumField)))
      }
      fields.append(field)
      guard try endsField() else { break }
    }
    return CSVRow(number: number, line: first, fields: fields[...], bytes: bytes)
  }

  private static let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))

  /// Takes what ends a field.
  /// - Returns: whether another field follows.
  private mutating func endsField() throws(Problems) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case Self.comma:
      index += 1
      return true
    case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: index += 2
    case 0x0A: index += 1
    case 0x0D: throw broken(.tableLoneReturn)
    default: throw broken(.tableAfterQuote)
    }
    line += 1
    return false
  }

  private mutating func bare() throws(Problems) -> CSVField {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case Self.comma, 0x0A, 0x0D: return CSVField(range: start..<index, hasDoubledQuotes: false)
      case Self.quote: throw broken(.tableStrayQuote)
      default: index += 1
      }
    }
    return CSVField(range: start..<index, hasDoubledQuotes: false)
  }

  private mutating func quoted() throws(Problems) -> CSVField {
    let first = line
    index += 1
    let start = index
    var hasDoubled = false
    while index < bytes.count {
      switch bytes[index] {
      case Self.quote where index + 1 < bytes.count && bytes[index + 1] == Self.quote:
        hasDoubled = true
        index += 2
      case Self.quote:
        index += 1
        return CSVField(range: start..<index - 1, hasDoubledQuotes: hasDoubled)
      case 0x0A:
        line += 1
        index += 1
      default: index += 1
      }
    }
    line = first
    throw broken(.tableOpenQuote)
  }

  private func broken(_ rule: Phrase) -> Problems {
    Problems(
      mistakes + [
        Problem(
          .badTable, at: Mark(file: file, line: line), rule: rule.with(.count(number)),
          remedy: Phrase.tableQuoteRight.message)
      ])
  }

  private func tooLarge(_ rule: Message) -> Problems {
    Problems([
      Problem(.tooLarge, at: Mark(file: file, line: line), rule: rule, remedy: Phrase.tableSplit.message)
    ])
  }
}
