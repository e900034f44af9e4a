public import Measures
public import Records

/// Dense peaks of accelerators, by precision.
public struct HardwareTable: Sendable {
  /// One class of accelerators, or a name that does not say which of several is meant.
  public struct Chip: Sendable {
    /// Its usual name.
    public let name: String
    /// Other names in use.
    public let also: [String]
    /// Peak by precision, in FLOP/s: of a name that does not say which is meant, between the slowest and the fastest. A
    /// precision that is not here is unknown or not native.
    public let peaks: [String: Bounds<Ratio>]
    /// The peak at the fastest precision.
    public let fastest: Bounds<Ratio>?
  }

  /// The classes by their ids, in lower case.
  let chips: [String: Chip]
  private let byName: [String: String]

  /// Reads the table that ships with the program.
  public init(_ table: Node) throws(MeasureError) {
    var chips: [String: Chip] = [:]
    let entries = table["hardware"]?.entries ?? []
    for entry in entries where entry.value["variants"] == nil {
      var peaks: [String: Bounds<Ratio>] = [:]
      for peak in entry.value["peak"]?.entries ?? [] {
        peaks[peak.key] = Bounds(exactly: try Quantity(peak.value.text ?? "").value)
      }
      chips[entry.key.lowercased()] = Chip(entry, peaks, fastest: peaks.values.max { $0.low < $1.low })
    }
    for entry in entries {
      guard let names = entry.value["variants"]?.elements else { continue }
      let variants = names.map { chips[$0.text?.lowercased() ?? ""] }
      var peaks: [String: Bounds<Ratio>] = [:]
      for precision in variants.first??.peaks.keys.sorted() ?? [] {
        peaks[precision] = try Self.spanning(variants.map { $0?.peaks[precision] })
      }
      chips[entry.key.lowercased()] = Chip(
        entry, peaks, fastest: try Self.spanning(variants.map { $0?.fastest }))
    }
    self.chips = chips
    byName = Dictionary(
      chips.flatMap { id, chip in ([id, chip.name] + chip.also).map { (Self.letters($0), id) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The class with this id, in any case.
  public subscript(id: String) -> Chip? { chips[id.lowercased()] }

  /// The id of the class with this name, whatever its case, spaces and hyphens.
  public func id(named name: String) -> String? { byName[Self.letters(name)] }

  /// Ids that somebody may have meant: of that name, or near it.
  func near(_ text: String) -> [String] {
    id(named: text).map { [$0] } ?? NearestNames.of(text.lowercased(), among: chips.keys)
  }

  /// Bounds around all of these, exact where they are one; `nil` where one of them is not known.
  private static func spanning(_ peaks: [Bounds<Ratio>?]) throws(MeasureError) -> Bounds<Ratio>? {
    let known = peaks.compactMap { $0 }
    guard known.count == peaks.count, let low = known.map(\.low).min(), let high = known.map(\.low).max()
    else {
      return nil
    }
    return try Bounds(low: low, best: low == high ? low : nil, high: high)
  }

  private static func letters(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension HardwareTable.Chip {
  fileprivate init(_ entry: Node.Entry, _ peaks: [String: Bounds<Ratio>], fastest: Bounds<Ratio>?) {
    self.init(
      name: entry.value["name"]?.text ?? entry.key,
      also: entry.value["also"]?.elements?.compactMap(\.text) ?? [],
      peaks: peaks, fastest: fastest)
  }
}
