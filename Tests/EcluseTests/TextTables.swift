import Measures
import Testing

@testable import ecluse

/// Tables line up in the columns of a terminal and fit it.
@Suite struct TextTables {
  private func table(_ rows: [[String]]) -> TextTable {
    var table = TextTable([.left, .right, .left])
    for row in rows { table.add(row) }
    return table
  }

  private let names = [
    ["Modèle à usage général", "10²⁵", "x"], ["文心一言 4.5", "9", "y"], ["e\u{301}t\u{E9}", "1", "z"],
  ]

  @Test func wideAndAccentedSignsLineUp() {
    let lines = table(names).lines(TextStyle(.fr, color: false))
    let ends = lines.map { String($0.dropLast(1)).columns }
    #expect(Set(ends).count == 1, "\(lines)")
    #expect("文心一言 4.5".columns == 12 && "e\u{301}t\u{E9}".columns == 3 && "🚢".columns == 2)
  }

  @Test(arguments: [40, 60, 80, 100, 200]) func fitsTheWidth(_ width: Int) {
    let rows = [
      [
        "A model with a name that is far too long for any table", "3.8 × 10²⁵",
        "some words that explain it all",
      ],
      ["short", "1", "unesuitedelettressansaucunespacequiestbientroplongue"],
    ]
    let lines = table(rows).lines(TextStyle(.en, color: false, width: width), indent: 2)
    #expect(lines.allSatisfy { $0.columns <= width }, "\(lines)")
    // Nothing is lost, and numbers are never broken.
    let text = lines.joined()
    for word in rows.joined().flatMap({ $0.split(separator: " ") }) where word.count < 12 {
      #expect(text.contains(word))
    }
    #expect(lines[0].contains("3.8 × 10²⁵"))
  }

  /// A column that has no place stands under its row.
  @Test func theLastColumnStandsUnderItsRow() {
    let row = [
      "corvalys:student/fine-tuning", "low 1 · best 2", "the reason, which is a sentence of many words",
    ]
    let lines = table([row]).lines(TextStyle(.en, color: false, width: 40), indent: 2)
    #expect(
      lines == [
        "  corvalys:student/fine-  low 1 · best 2", "  tuning", "      the reason, which is a sentence of",
        "      many words",
      ])
  }

  @Test func withoutAWidthNothingIsBroken() {
    let long = String(repeating: "name ", count: 60)
    #expect(table([[long, "1", "x"]]).lines(TextStyle(.en, color: false)).count == 1)
  }

  @Test func wraps() {
    #expect("un deux trois".wrapped(to: 8) == ["un deux", "trois"])
    #expect("abcdefgh".wrapped(to: 3) == ["abc", "def", "gh"])
    #expect("a b".wrapped(to: 3) == ["a b"])
    // A word that does not fit is broken between its pieces, never after a number.
    #expect("of eu:base-model/pre-training".wrapped(to: 12) == ["of", "eu:base-", "model/pre-", "training"])
    #expect("on the 2026-11-21".wrapped(to: 11) == ["on the", "2026-11-21"])
    // Spaces at the end of a line are nothing, and colours take no columns.
    #expect("  · ab cd  ef".wrappedHanging(to: 9) == ["  · ab cd", "    ef"])
    #expect("\u{1B}[2m  ab cd\u{1B}[0m".wrappedHanging(to: 6) == ["\u{1B}[2m  ab", "   cd\u{1B}[0m"])
    // A no-break space keeps a number with its unit.
    #expect("10²⁵\u{A0}FLOP at most".wrapped(to: 10) == ["10²⁵\u{A0}FLOP", "at most"])
  }
}
