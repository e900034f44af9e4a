public import Measures

/// The dated table of places: which contains which. Unknown codes are refused when they are read.
public struct Places: Sendable {
  /// One union with its members, each for a time.
  struct Membership: Sendable {
    let member: String
    let from: Moment?
    let to: Moment?
  }

  private let countries: Set<String>
  private let unions: [String: [Membership]]

  /// Everywhere.
  public static let world = "world"

  /// Reads the table: `countries`, a list of codes, and `unions`, each with dated members.
  public init(_ table: Node) {
    countries = Set((table["countries"]?.text ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
    allCountries = countries.sorted()
    var unions: [String: [Membership]] = [:]
    for union in table["unions"]?.entries ?? [] {
      unions[union.key] = union.value.asList.map { member in
        Membership(
          member: member["code"]?.text ?? "", from: member["from"]?.text.flatMap { try? Moment($0) },
          to: member["to"]?.text.flatMap { try? Moment($0) })
      }
    }
    self.unions = unions
  }

  /// Every code that is written out in the table: countries, parts that a union names, unions, the world.
  package var codes: [String] {
    Set(allCountries + unions.keys + unions.values.flatMap { $0.map(\.member) } + [Self.world]).sorted()
  }

  /// Whether the table has `code`: a country, an invented one (XA to XZ), a part of one, a union, the world.
  public func contains(code: String) -> Bool {
    if code == Self.world || unions[code] != nil { return true }
    let parts = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard isCountry(String(parts[0])) else { return false }
    return parts.count == 1
      || ((1...3).contains(parts[1].utf8.count)
        && parts[1].utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
  }

  /// Whether `code` is a country, or an invented one.
  public func isCountry(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    let isInvented = bytes.count == 2 && bytes[0] == UInt8(ascii: "X") && (0x41...0x5A).contains(bytes[1])
    return isInvented || countries.contains(code)
  }

  /// Every country of the table, in order.
  public let allCountries: [String]

  /// Whether `outer` contains `inner` at `instant`: holds for the same place, a part, or a member.
  public func contains(_ outer: String, _ inner: String, at instant: Instant) -> Bool {
    if outer == Self.world || outer == inner || inner.hasPrefix(outer + "-") { return true }
    guard let members = unions[outer] else { return false }
    return members.contains { membership in
      (inner == membership.member || inner.hasPrefix(membership.member + "-"))
        && (membership.from.map { $0.first <= instant } ?? true)
        && (membership.to.map { instant <= $0.last } ?? true)
    }
  }

  /// Whether the two share a place: one contains the other.
  public func overlap(_ left: String, _ right: String, at instant: Instant) -> Bool {
    contains(left, right, at: instant) || contains(right, left, at: instant)
  }
}
