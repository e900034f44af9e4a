/// How numbers are written for people in one language.
///
/// Compute is written with Unicode superscripts, so that copied text never turns 10²⁵ into 1025.
public struct NumberFormat: Sendable {
  let language: Language

  /// The format of `language`.
  public init(_ language: Language) { self.language = language }

  /// A whole number with a narrow no-break space between thousands.
  public func integer(_ value: UInt128) -> String {
    let digits = Array(String(value))
    guard digits.count > 4 else { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }

  /// `5.33 × 10²⁵`; exact powers of ten are `10²⁵`; small numbers are written out.
  public func scientific(_ value: Ratio, digits: Int = 3) -> String {
    let whole = value.rounded(.halfToEven)
    guard whole >= 100_000 else { return plain(value) }
    var text = Array(String(whole))
    var exponent = text.count - 1
    if text.count > digits {
      let scale = (try? UInt128.powerOfTen(text.count - digits)) ?? 1
      let rounded = (try? Ratio(whole, over: scale))?.rounded(.halfToEven) ?? whole
      text = Array(String(rounded))
      if text.count > digits { exponent += 1 }
    }
    text = Array(text.prefix(digits))
    while text.count > 1, text.last == "0" { text.removeLast() }
    let power = "10" + Self.superscript(exponent)
    if text == ["1"] { return power }
    let mantissa = text.count == 1 ? String(text) : "\(text[0])\(point)\(String(text[1...]))"
    return "\(mantissa)\u{00A0}×\u{00A0}\(power)"
  }

  /// A number written out with at most three decimals.
  public func plain(_ value: Ratio) -> String {
    let (whole, part) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
    // The part is less than the denominator, so a thousand of it fit in one division of 256 bits.
    let (down, left) = value.denominator.dividingFullWidth(part.multipliedFullWidth(by: 1000))
    let above = value.denominator - left
    var rest = left > above || (left == above && !down.isMultiple(of: 2)) ? down + 1 : down
    let shown = rest == 1000 ? whole + 1 : whole
    rest %= 1000
    guard rest != 0 else { return integer(shown) }
    var decimals = String(repeating: "0", count: 3 - String(rest).count) + String(rest)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return integer(shown) + point + decimals
  }

  /// A quantity with its unit after a no-break space.
  public func quantity(_ value: Ratio, _ dimension: Dimension) -> String {
    number(value, dimension) + unit(dimension)
  }

  /// The number of a quantity, as it is written before its unit.
  private func number(_ value: Ratio, _ dimension: Dimension) -> String {
    switch dimension {
    case .flop, .flopPerSecond, .bitPerSecond, .parameters, .tokens: scientific(value)
    case .people, .share: plain(value)
    case .money(let currency):
      plain((try? value.divided(by: Quantity.minorUnits(of: currency))) ?? value)
    }
  }

  /// The unit after a no-break space; a share has none.
  private func unit(_ dimension: Dimension) -> String {
    let name =
      switch dimension {
      case .flop: "FLOP"
      case .flopPerSecond: "FLOP/s"
      case .bitPerSecond: "bit/s"
      case .parameters: language == .en ? "parameters" : "paramètres"
      case .tokens: language == .en ? "tokens" : "jetons"
      case .people: language == .en ? "people" : "personnes"
      case .money(let currency): currency
      case .share: ""
      }
    return name.isEmpty ? "" : "\u{00A0}\(name)"
  }

  /// Bounds in words: one value when they agree to the digits shown, the low one where nothing else is known, else
  /// low, best and high.
  public func bounds(_ bounds: Bounds<Ratio>, _ dimension: Dimension) -> String {
    let low = number(bounds.low, dimension)
    let best = bounds.best.map { number($0, dimension) }
    let high = bounds.high.map { number($0, dimension) }
    let unit = unit(dimension)
    let words =
      language == .en
      ? (
        low: "low", best: "best", none: "no best value", high: "high", open: "no upper bound",
        least: "at least"
      )
      : (
        low: "bas", best: "meilleur", none: "pas de meilleure valeur", high: "haut", open: "sans borne haute",
        least: "au moins"
      )
    if low == best, best == high { return "\(low)\(unit)" }
    if bounds.low == .zero, best == nil, high == nil { return language == .en ? "not known" : "non connu" }
    if best == nil, high == nil { return "\(words.least) \(low)\(unit)" }
    // The unit follows the last number.
    let first = "\(words.low) \(low)"
    let middle = best.map { "\(words.best) \($0)" + (high == nil ? unit : "") } ?? words.none
    let last = high.map { "\(words.high) \($0)\(unit)" } ?? words.open
    return "\(first) · \(middle) · \(last)"
  }

  /// The decimal point or comma.
  var point: String { language == .en ? "." : "," }

  /// A whole number in superscript digits.
  public static func superscript(_ value: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(value).compactMap { $0 == "-" ? "⁻" : $0.wholeNumberValue.map { digits[$0] } })
  }
}
