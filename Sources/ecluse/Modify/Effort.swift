import ArgumentParser
import Exchange
import Lineage
import Measures
import Records

/// How much computing a modification took or will take, in one way or several.
struct Effort: ParsableArguments {
  @Option(help: .init(.helpGPUs, .valueGPUs)) var gpus: String?
  // What is negative is refused as such, not taken for an option.
  @Option(name: .customLong("hours"), parsing: .unconditional, help: .init(.helpHours, .valueNumber))
  var writtenHours: String?
  @Option(parsing: .unconditional, help: .init(.helpUtilisation, .valueShare)) var utilisation: String?
  @Option(help: .init(.helpPeak, .valueRate)) var peak: String?
  @Option(parsing: .unconditional, help: .init(.helpTokens, .valueNumber)) var tokens: String?
  @Option(parsing: .unconditional, help: .init(.helpFLOP, .valueNumber)) var flop: String?

  /// The time on the hardware.
  var hours: Ratio? { writtenHours.flatMap { try? Numeral($0).ratio() } }

  /// Whether the hardware alone says how much it is.
  var isHardwareAlone: Bool { gpus != nil && tokens == nil && flop == nil }
  /// Whether the hardware may have done anything up to its peak.
  var isWithoutUtilisation: Bool { isHardwareAlone && utilisation == nil }

  /// Whole days of a run; one of a few hours is one.
  var days: Int {
    guard let hours, hours > .zero, hours < Ratio(10_000_000), let days = try? hours.divided(by: Ratio(24))
    else {
      return 0
    }
    return Int(days.rounded(.up))
  }

  /// The estimates that the options state: on hardware, counted over data, and as a figure.
  func estimates(of base: Record?) -> (values: [WrittenValue], problems: [Problem]) {
    var values: [WrittenValue] = []
    var problems: [Problem] = []
    func needs(_ field: String, _ rule: Phrase, _ remedy: Phrase) {
      problems.append(
        Problem(.missingField, at: nil, field: field, rule: rule.message, remedy: remedy.message))
    }
    if gpus != nil || writtenHours != nil || utilisation != nil {
      if gpus == nil { needs("--gpus", .modifyNeedsGPUs, .modifyGiveGPUs) }
      if writtenHours == nil { needs("--hours", .modifyNeedsHours, .modifyGiveHours) }
      if let gpus, let writtenHours {
        let peak = peak.map { [WrittenField.plain("peak", $0)] } ?? []
        values.append(
          .group(
            [
              .plain("method", "hardware"), .plain("chips", Self.chips(gpus)), .plain("hours", writtenHours),
              WrittenField("utilisation", Self.range(utilisation)),
            ] + peak))
      }
    }
    if let tokens {
      if let parameters = base?["parameters"]?.number?.best {
        values.append(
          .group([
            .plain("method", "counted"), .plain("parameters", "\(parameters)"), .plain("tokens", tokens),
          ]))
      } else {
        needs("--tokens", .modifyNoParameters, .modifyGiveOther)
      }
    }
    if let flop { values.append(.group([.plain("method", "telemetry"), .plain("value", "\(flop) FLOP")])) }
    if values.isEmpty, problems.isEmpty { needs("--gpus", .modifyNeedsEffort, .modifyGiveGPUs) }
    return (values, problems)
  }

  /// `64xH100`, `64 × H100 SXM` as a dossier writes it.
  private static func chips(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /\s*([0-9]+)\s*[x×*]\s*(.+?)\s*/.ignoresCase()) else { return text }
    let name = String(match.2)
    let id = (try? Workspace.hardware())?.id(named: name) ?? name.lowercased().replacing(/\s+/, with: "-")
    return "\(match.1) x \(id)"
  }

  /// A share, or two with `..` between them; where none is stated it may be anything up to the peak.
  private static func range(_ text: String?) -> WrittenValue {
    guard let text else { return .group([.plain("low", "0"), .plain("high", "1")]) }
    let ends = text.split(separator: "..", maxSplits: 1).map(String.init)
    return ends.count == 2 ? .group([.plain("low", ends[0]), .plain("high", ends[1])]) : .plain(text)
  }
}
