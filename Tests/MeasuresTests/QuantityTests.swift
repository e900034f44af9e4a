import Measures
import Testing

@Suite struct QuantityTests {
  @Test(arguments: zip(["", "M", "G", "T", "P", "E", "Z", "Y"], [0, 6, 9, 12, 15, 18, 21, 24]))
  func prefixes(_ prefix: String, _ power: Int) throws {
    for (unit, dimension) in [
      ("FLOP", Dimension.flop), ("FLOP/s", .flopPerSecond), ("bit/s", .bitPerSecond),
    ] {
      let quantity = try Quantity("2.5 \(prefix)\(unit)")
      #expect(try quantity.value == Ratio(25, over: 10).multiplied(by: Ratio(UInt128.powerOfTen(power))))
      #expect(quantity.dimension == dimension)
      #expect(quantity.written == "2.5 \(prefix)\(unit)")
    }
  }

  @Test(
    arguments: [
      ("405e9 parameters", "405e9", .parameters), ("15.6e12 tokens", "15.6e12", .tokens),
      ("50 people", "50", .people),
      ("30 %", "0.3", .share), ("0.4042", "0.4042", .share), ("1", "1", .share),
      // A petaFLOP/s-day is 10¹⁵ × 86 400.
      ("3640 PFLOP/s-days", "3.14496e23", .flop),
      // Minor units of each currency (ISO 4217).
      ("500e6 USD", "500e8", .money(currency: "USD")), ("12.50 EUR", "1250", .money(currency: "EUR")),
      ("1000 JPY", "1000", .money(currency: "JPY")), ("1000 KRW", "1000", .money(currency: "KRW")),
      ("1.234 KWD", "1234", .money(currency: "KWD")),
    ] as [(String, String, Dimension)])
  func units(_ text: String, _ value: String, _ dimension: Dimension) throws {
    let quantity = try Quantity(text)
    #expect(try quantity.value == Numeral(value).ratio())
    #expect(quantity.dimension == dimension)
  }

  @Test func fractionsAreExact() throws {
    let third = try Quantity("1/3")
    #expect(try third.value == Ratio(1, over: 3) && third.dimension == .share)
    #expect(third.printedBounds == Bounds(exactly: third.value))
    #expect(throws: MeasureError(.divisionByZero, "1/0")) { try Quantity("1/0") }
  }

  @Test func printedBoundsScaleWithTheUnit() throws {
    let reported = try Quantity("3.8e25 FLOP").printedBounds
    #expect(try reported.low == Numeral("3.75e25").ratio() && reported.high == Numeral("3.85e25").ratio())
    let days = try Quantity("3640 PFLOP/s-days").printedBounds
    // 3640 has no decimal point: its last printed digit is the unit.
    #expect(try days.low == Quantity("3639.5 PFLOP/s-days").value)
    let share = try Quantity("30 %").printedBounds
    #expect(
      try share == Bounds(low: Ratio(295, over: 1000), best: Ratio(3, over: 10), high: Ratio(305, over: 1000))
    )
  }

  @Test(arguments: [
    "3e25 FLOPS", "3e25 flop", "3e25 FLOPs", "3e25 XFLOP", "3e25 kFLOP", "3e25 FLOP / s", "1 / 3", "5 usd",
    "5 €",
    "5 person", "3 mFLOP",
  ])
  func unknownUnits(_ text: String) {
    let unit = String(text.drop { $0 != " " }.dropFirst())
    #expect(throws: MeasureError(.unknownUnit, unit)) { try Quantity(text) }
  }

  @Test(arguments: ["", "   ", "FLOP", "3e25FLOP", "1/3 FLOP", "-3 FLOP", "3,8e25 FLOP", "1/x"])
  func notNumbers(_ text: String) {
    #expect { try Quantity(text) } throws: { error in
      (error as? MeasureError)?.code == .notANumber
    }
  }

  @Test func overflows() {
    for text in ["3.5e38 FLOP", "1e30 PFLOP", "1e15 YFLOP"] {
      #expect { try Quantity(text) } throws: { error in (error as? MeasureError)?.code == .overflow }
    }
  }
}
