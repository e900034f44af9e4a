/// How numbers are written for people in one language.
///
/// Compute is written with Unicode superscripts, so that copied text never turns 10²⁵ into 1025.
public struct NumberFormat: Sendable {
  let language: Language

  /// The format of `language`.
  public init(_ language: Language) { self.language = language }

  /// A whole number with a narrow no-break space between thousands; in English four digits stand together.
  public func integer(_ value: UInt128) -> String {
    let digits = Array(String(value))
    guard digits.count > (language == .en ? 4 : 3) else { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }

  /// `5.33 × 10²⁵`; exact powers of ten are `10²⁵`; small numbers are written out.
  public func scientific(_ value: Ratio, digits: Int = 3, _ rule: Ratio.Rounding = .halfToEven) -> String {
    let whole = value.rounded(rule)
    guard whole >= 100_000 else { return plain(value, decimals: digits, rule) }
    var text = Array(String(whole))
    var exponent = text.count - 1
    if text.count > digits {
      let scale = (try? UInt128.powerOfTen(text.count - digits)) ?? 1
      let rounded = (try? Ratio(whole, over: scale))?.rounded(rule) ?? whole
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

  /// A number written out with at most so many decimals.
  public func plain(_ value: Ratio, decimals: Int = 3, _ rule: Ratio.Rounding = .halfToEven) -> String {
    let (whole, part) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
    let scale = (try? UInt128.powerOfTen(decimals)) ?? 1
    // The part is less than the denominator, so its multiple fits in one division of 256 bits.
    let (down, left) = value.denominator.dividingFullWidth(part.multipliedFullWidth(by: scale))
    let above = value.denominator - left
    let isUp =
      switch rule {
      case .down: false
      case .up: left > 0
      case .halfToEven: left > above || (left == above && !down.isMultiple(of: 2))
      }
    var rest = isUp ? down + 1 : down
    let shown = rest == scale ? whole + 1 : whole
    rest %= scale
    guard rest != 0 else { return integer(shown) }
    let digits = String(rest)
    var fraction = String(repeating: "0", count: decimals - digits.count) + digits
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return integer(shown) + point + fraction
  }

  /// A quantity with its unit after a no-break space.
  /// - Parameter beside: the bounds that are compared with it, if it is a threshold.
  public func quantity(_ value: Ratio, _ dimension: Dimension, beside bounds: Bounds<Ratio>? = nil) -> String
  {
    let digits = bounds.map { self.digits($0, dimension, against: [value]) } ?? Self.usualDigits
    return number(value, dimension, digits) + unit(dimension)
  }

  /// A number as its author wrote it, with the decimal point of the language.
  public func written(_ text: String) -> String {
    language == .en ? text : text.replacing(/(\d)\.(\d)/) { "\($0.1)\(point)\($0.2)" }
  }

  /// Digits of a number unless more are needed, and the most of any.
  private static let (usualDigits, mostDigits) = (3, 36)

  /// The number of a quantity, as it is written before its unit.
  private func number(
    _ value: Ratio, _ dimension: Dimension, _ digits: Int, _ rule: Ratio.Rounding = .halfToEven
  ) -> String {
    switch dimension {
    case .flop, .flopPerSecond, .bitPerSecond, .parameters, .tokens: scientific(value, digits: digits, rule)
    case .people, .share: plain(value, decimals: digits, rule)
    case .money(let currency):
      plain((try? value.divided(by: Quantity.minorUnits(of: currency))) ?? value, decimals: digits, rule)
    }
  }

  /// So many digits that no bound reads like a threshold to which it is not equal.
  private func digits(_ bounds: Bounds<Ratio>, _ dimension: Dimension, against thresholds: [Ratio]) -> Int {
    let values: [(Ratio?, Ratio.Rounding)] = [
      (bounds.low, .down), (bounds.best, .halfToEven), (bounds.high, .up),
    ]
    func isTold(_ digits: Int) -> Bool {
      thresholds.allSatisfy { threshold in
        let shown = number(threshold, dimension, digits)
        return values.allSatisfy { value, rule in
          guard let value, value != threshold else { return true }
          return [rule, .halfToEven].allSatisfy { number(value, dimension, digits, $0) != shown }
        }
      }
    }
    return (Self.usualDigits...Self.mostDigits).first(where: isTold) ?? Self.usualDigits
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
  /// low, best and high. What it is at least is rounded down, what it is at most up.
  /// - Parameter against: the thresholds that it stands beside: it reads like none to which it is not equal.
  public func bounds(
    _ bounds: Bounds<Ratio>, _ dimension: Dimension, against thresholds: [Ratio] = []
  ) -> String {
    let digits = self.digits(bounds, dimension, against: thresholds)
    let low = number(bounds.low, dimension, digits, .down)
    let best = bounds.best.map { number($0, dimension, digits) }
    let high = bounds.high.map { number($0, dimension, digits, .up) }
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
    if let best, number(bounds.low, dimension, digits) == best,
      bounds.high.map({ number($0, dimension, digits) }) == best
    {
      return best + unit
    }
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
    String(value).utf8.map { $0 == UInt8(ascii: "-") ? "⁻" : superscripts[Int($0 - UInt8(ascii: "0"))] }
      .joined()
  }

  private static let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹".map(String.init)
}
