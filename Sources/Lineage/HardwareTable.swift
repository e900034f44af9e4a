public import Measures
public import Records

/// Dense peaks of accelerators, by precision.
public struct HardwareTable: Sendable {
  /// One class of accelerator.
  public struct Chip: Sendable {
    /// Its usual name.
    public let name: String
    /// Peak by precision, in FLOP/s. A precision that is not here is unknown or not native.
    public let peaks: [String: Ratio]
  }

  /// The classes by their ids, in lower case.
  public let chips: [String: Chip]

  /// Reads the table that ships with the program.
  public init(_ table: Node) throws(MeasureError) {
    var chips: [String: Chip] = [:]
    for entry in table["hardware"]?.entries ?? [] {
      var peaks: [String: Ratio] = [:]
      for peak in entry.value["peak"]?.entries ?? [] {
        peaks[peak.key] = try Quantity(peak.value.text ?? "").value
      }
      chips[entry.key.lowercased()] = Chip(name: entry.value["name"]?.text ?? entry.key, peaks: peaks)
    }
    self.chips = chips
  }
}
