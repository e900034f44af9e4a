import Measures
import Testing

@Suite struct NumberFormatTests {
  private static let nb = "\u{00A0}"
  private static let thin = "\u{202F}"
  private let en = NumberFormat(.en)
  private let fr = NumberFormat(.fr)

  private func ratio(_ text: String) throws -> Ratio { try Quantity(text).value }

  @Test(arguments: [
    ("1e25", "10²⁵", "10²⁵"), ("5.33e25", "5.33 × 10²⁵", "5,33 × 10²⁵"), ("5e25", "5 × 10²⁵", "5 × 10²⁵"),
    ("3.80e25", "3.8 × 10²⁵", "3,8 × 10²⁵"), ("123456", "1.23 × 10⁵", "1,23 × 10⁵"),
    // Rounding carries into the power.
    ("9.996e24", "10²⁵", "10²⁵"), ("9.994e24", "9.99 × 10²⁴", "9,99 × 10²⁴"), ("9.995e24", "10²⁵", "10²⁵"),
    ("1.995e24", "2 × 10²⁴", "2 × 10²⁴"), ("1.005e24", "10²⁴", "10²⁴"),
    ("1.015e24", "1.02 × 10²⁴", "1,02 × 10²⁴"),
    ("999500", "10⁶", "10⁶"),
    ("100000", "10⁵", "10⁵"), ("0", "0", "0"), ("1234", "1234", "1 234"), ("12.5", "12.5", "12,5"),
  ])
  func scientific(_ text: String, _ english: String, _ french: String) throws {
    #expect(try en.scientific(ratio(text)) == english.replacing(" ", with: Self.nb))
    #expect(try fr.scientific(ratio(text)) == french.replacing(" ", with: Self.nb))
  }

  @Test func theGreatestNumber() {
    #expect(en.scientific(Ratio(.max)) == "3.4\(Self.nb)×\(Self.nb)10³⁸")
    #expect(en.scientific(Ratio(.max), digits: 5) == "3.4028\(Self.nb)×\(Self.nb)10³⁸")
  }

  @Test func numbersBelowAHundredThousandAreWrittenOut() throws {
    #expect(try en.scientific(ratio("99999")) == "99\(Self.thin)999")
    #expect(try en.scientific(ratio("99999.4")) == "99\(Self.thin)999.4")
  }

  /// French sets the thousands of four digits apart, English of five.
  @Test func fourDigits() {
    #expect(en.integer(1666) == "1666")
    #expect(fr.integer(1666) == "1\(Self.thin)666")
  }

  /// What a pack writes keeps its digits.
  @Test func asWritten() {
    #expect(fr.written("0.1") == "0,1" && en.written("0.1") == "0.1")
    #expect(fr.written("1/3") == "1/3" && fr.written("100 Gbit/s") == "100 Gbit/s")
  }

  @Test(
    arguments: [
      (0, "0"), (999, "999"), (10_000, "10 000"), (123_456, "123 456"),
      (1_234_567, "1 234 567"),
      (.max, "340 282 366 920 938 463 463 374 607 431 768 211 455"),
    ] as [(UInt128, String)])
  func thousands(_ value: UInt128, _ text: String) {
    #expect(en.integer(value) == text.replacing(" ", with: Self.thin))
    #expect(fr.integer(value) == text.replacing(" ", with: Self.thin))
  }

  @Test(arguments: [
    ("1/3", "0.333", "0,333"), ("2/3", "0.667", "0,667"), ("1/2", "0.5", "0,5"), ("0.4042", "0.404", "0,404"),
    ("0.0005", "0", "0"), ("0.0015", "0.002", "0,002"), ("0.9996", "1", "1"), ("1/8", "0.125", "0,125"),
    ("0.05", "0.05", "0,05"),
  ])
  func threeDecimals(_ text: String, _ english: String, _ french: String) throws {
    #expect(try en.plain(ratio(text)) == english)
    #expect(try fr.plain(ratio(text)) == french)
  }

  @Test(arguments: [
    ("3.8e25 FLOP", "3.8 × 10²⁵ FLOP", "3,8 × 10²⁵ FLOP"), ("1e18 FLOP/s", "10¹⁸ FLOP/s", "10¹⁸ FLOP/s"),
    ("100 Gbit/s", "10¹¹ bit/s", "10¹¹ bit/s"),
    ("405e9 parameters", "4.05 × 10¹¹ parameters", "4,05 × 10¹¹ paramètres"),
    ("15e12 tokens", "1.5 × 10¹³ tokens", "1,5 × 10¹³ jetons"), ("50 people", "50 people", "50 personnes"),
    ("30 %", "0.3", "0,3"), ("500 EUR", "500 EUR", "500 EUR"), ("12.50 USD", "12.5 USD", "12,5 USD"),
    // The minor unit of the yen is the yen; of the Kuwaiti dinar a thousandth.
    ("500 JPY", "500 JPY", "500 JPY"), ("1.234 KWD", "1.234 KWD", "1,234 KWD"),
  ])
  func quantities(_ text: String, _ english: String, _ french: String) throws {
    let quantity = try Quantity(text)
    #expect(en.quantity(quantity.value, quantity.dimension) == english.replacing(" ", with: Self.nb))
    #expect(fr.quantity(quantity.value, quantity.dimension) == french.replacing(" ", with: Self.nb))
  }

  @Test func bounds() throws {
    let printed = try Quantity("3.8e25 FLOP").printedBounds
    #expect(
      en.bounds(printed, .flop).replacing(Self.nb, with: " ")
        == "low 3.75 × 10²⁵ · best 3.8 × 10²⁵ · high 3.85 × 10²⁵ FLOP")
    #expect(
      fr.bounds(printed, .flop).replacing(Self.nb, with: " ")
        == "bas 3,75 × 10²⁵ · meilleur 3,8 × 10²⁵ · haut 3,85 × 10²⁵ FLOP")
    #expect(
      en.bounds(.unknown, .flop).replacing(Self.nb, with: " ")
        == "not known")
    #expect(
      fr.bounds(.unknown, .flop).replacing(Self.nb, with: " ")
        == "non connu")
    // What agrees to the digits shown is one value.
    let near = try Bounds(
      low: Quantity("5.331e25").value, best: Quantity("5.332e25").value, high: Quantity("5.333e25").value)
    #expect(en.bounds(near, .flop).replacing(Self.nb, with: " ") == "5.33 × 10²⁵ FLOP")
  }

  /// What a quantity is at least is never rounded up, nor what it is at most down.
  @Test func boundsAreRoundedOutwards() throws {
    let bounds = try Bounds(
      low: Quantity("1.2967e25").value, best: Quantity("1.2978e25").value, high: Quantity("1.3053e25").value)
    #expect(
      en.bounds(bounds, .flop).replacing(Self.nb, with: " ")
        == "low 1.29 × 10²⁵ · best 1.3 × 10²⁵ · high 1.31 × 10²⁵ FLOP")
    #expect(
      try en.bounds(Bounds(low: ratio("9.999e24"), best: nil, high: nil), .flop).replacing(Self.nb, with: " ")
        == "at least 9.99 × 10²⁴ FLOP")
    #expect(try en.scientific(ratio("9.991e24"), .up) == "10²⁵")
    #expect(try en.plain(ratio("0.0001"), .up) == "0.001" && en.plain(ratio("0.9999"), .down) == "0.999")
    #expect(try en.plain(ratio("0.9991"), .up) == "1" && en.plain(ratio("0.25"), .up) == "0.25")
    #expect(en.scientific(Ratio(.max), .up) == "3.41 × 10³⁸".replacing(" ", with: Self.nb))
  }

  /// A figure that rounds to a threshold to which it is not equal has as many digits as tell them apart.
  @Test(arguments: [
    ("1.00004e25", "1e25", "1.00004 × 10²⁵ FLOP", "10²⁵ FLOP"),
    ("9.9996e24", "1e25", "9.9996 × 10²⁴ FLOP", "10²⁵ FLOP"), ("1e25", "1e25", "10²⁵ FLOP", "10²⁵ FLOP"),
    ("5e24", "1e25", "5 × 10²⁴ FLOP", "10²⁵ FLOP"),
    // Of a threshold that is not short, as many digits are shown.
    ("3.33331e24", "3.33333e24", "3.33331 × 10²⁴ FLOP", "3.33333 × 10²⁴ FLOP"),
  ])
  func besideAThreshold(_ text: String, _ threshold: String, _ shown: String, _ limit: String) throws {
    let bounds = try Bounds(exactly: ratio(text))
    let against = try ratio(threshold)
    #expect(en.bounds(bounds, .flop, against: [against]).replacing(Self.nb, with: " ") == shown)
    #expect(en.quantity(against, .flop, beside: bounds).replacing(Self.nb, with: " ") == limit)
    let clause = Message(
      Phrase("{0}, {1}", "{0}, {1}"),
      [.bounds(bounds, .flop, against: against), .amount(against, .flop, beside: bounds)])
    #expect(clause.text(.en).replacing(Self.nb, with: " ") == "\(shown), \(limit)")
  }

  /// Bounds of money are said in the currency, as one amount is.
  @Test func boundsOfMoney() throws {
    let damage = try Quantity("2500000 USD")
    let expected = en.quantity(damage.value, damage.dimension)
    #expect(expected.filter { !$0.isWhitespace } == "2500000USD")
    #expect(en.bounds(Bounds(exactly: damage.value), damage.dimension) == expected)
  }

  /// Numbers whose thousandfold does not fit in 128 bits are written like the others.
  @Test func plainHasNoLimit() throws {
    #expect(en.plain(Ratio(.max)) == en.integer(.max))
    #expect(try en.plain(Ratio(.max, over: 2)) == en.integer(.max / 2) + ".5")
    #expect(try en.plain(Ratio(1, over: .max)) == "0")
    #expect(try en.plain(Ratio(.max - 1, over: .max)) == "1")
    // Half a thousandth goes to the even neighbour.
    #expect(try en.plain(Ratio(5, over: 10_000)) == "0" && en.plain(Ratio(15, over: 10_000)) == "0.002")
    #expect(
      try en.plain(Ratio(9_999_500, over: 10_000_000)) == "1"
        && en.plain(Ratio(9_985, over: 10_000)) == "0.998")
  }

  @Test func superscripts() {
    #expect(NumberFormat.superscript(1_234_567_890) == "¹²³⁴⁵⁶⁷⁸⁹⁰")
    #expect(NumberFormat.superscript(-7) == "⁻⁷")
  }
}
