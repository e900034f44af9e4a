import Measures
import Records

/// What a row says of the hardware, and whether that can be.
struct EpochHardware {
  /// The fastest dense peak of the accelerator of that name.
  private let peak: (String) -> Ratio?

  init(_ peak: @escaping (String) -> Ratio?) { self.peak = peak }

  /// Why the hardware of a row cannot have computed what the row records: a utilisation above 1, stated or implied.
  func impossible(_ row: EpochRow) -> Message? {
    if let stated = row[EpochColumns.utilisation]?.value, stated > .one {
      return Phrase.epochUtilisation.with(.count(row.number), .amount(stated, .share))
    }
    guard let peak = peak(row.hardware), let hours = chipHours(row), hours > .zero,
      let compute = (row[EpochColumns.finetune] ?? row[EpochColumns.compute])?.value,
      row.bases.isEmpty || row[EpochColumns.finetune] != nil,
      let most = try? hours.multiplied(by: Ratio(3600)).multiplied(by: peak), compute > most,
      let implied = try? compute.divided(by: most)
    else { return nil }
    return Phrase.epochImplied.with(.count(row.number), .code(row.hardware), .amount(implied, .share))
  }

  /// A remark on the hardware, for people: nothing is counted from it, because time on the wall and a utilisation during a
  /// part of it together give too much.
  func note(_ row: EpochRow, _ language: Language) -> String? {
    guard !row.hardware.isEmpty, impossible(row) == nil else { return nil }
    var parts = [row[EpochColumns.quantity].map { "\($0.text) x \(row.hardware)" } ?? row.hardware]
    if let hours = row[EpochColumns.hours] { parts.append("\(hours.text) h") }
    if let hours = row[EpochColumns.chipHours] { parts.append("\(hours.text) chip-h") }
    if let share = row[EpochColumns.utilisation] { parts.append("MFU \(share.text)") }
    return Phrase.epochHardware.with(.code(parts.joined(separator: ", "))).text(language)
  }

  private func chipHours(_ row: EpochRow) -> Ratio? {
    if let stated = row[EpochColumns.chipHours]?.value { return stated }
    guard let quantity = row[EpochColumns.quantity]?.value, let hours = row[EpochColumns.hours]?.value else {
      return nil
    }
    return try? quantity.multiplied(by: hours)
  }
}
