public import Measures
public import Records

/// One estimate of the compute of an activity, by one party, with its formula worked out.
public struct Estimate: Hashable, Sendable {
  /// How it was found.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Measured on the hardware.
    case telemetry
    /// Counted from parameters and data.
    case counted
    /// Hardware, time and utilisation.
    case hardware
    /// Another figure times a known factor.
    case scaled
    /// The geometric mean of two estimates.
    case geometricMean = "geometric-mean"
    /// A published figure.
    case reported
  }

  /// Which book it belongs to (Annex A, introduction; R134).
  public enum Book: String, Hashable, Sendable {
    /// Measured or logged.
    case groundTruth = "ground-truth"
    /// Approximated.
    case approximation
  }

  /// How close the one who says it is to the computation.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Who did it.
    case actor
    /// Who holds the hardware.
    case custodian
    /// An evaluator who had access.
    case evaluator
    /// A public authority.
    case authority
    /// Anybody else, and the public record.
    case thirdParty = "third-party"

    /// Whether third parties stand back while such a one has spoken.
    public var isCloser: Bool { self != .thirdParty }
  }

  /// How it was found.
  public let method: Method
  /// Its book.
  public let book: Book
  /// The bounds of the formula, in FLOP, rounded once.
  public let bounds: Bounds<UInt128>
  /// The record that states it.
  public let record: GlobalID
  /// How close its issuer is.
  public let standing: Standing
  /// Whether its issuer may be closer than that: who did it, or who the issuer is, is not shown.
  public let mayBeCloser: Bool
  /// Whether its issuer has nothing to do with the activity: it only widens what others say.
  public let isByStranger: Bool
  /// Where it comes from.
  public let source: String?
}

/// Works out the formulas of estimates.
///
/// Counting follows C(2025) 5045, annex, paragraphs 124 to 132: operations of passes over data, or
/// units × seconds × peak × utilisation averaged over the duration. Formulas run in exact fractions.
public struct Estimator: Sendable {
  /// Why an estimate cannot be worked out.
  public enum Failure: Error {
    /// Fields that the method needs.
    case needs(String)
    /// A utilisation above one.
    case utilisation(String)
    /// An accelerator that the table lacks.
    case unknownChip(String)
    /// A precision that the table lacks for that accelerator.
    case noPeak(chip: String, precision: String)
    /// Arithmetic that failed.
    case measure(MeasureError)
  }

  let hardware: HardwareTable

  /// An estimator with the table of peaks.
  public init(hardware: HardwareTable) { self.hardware = hardware }

  /// The bounds of one estimate in FLOP.
  /// - Throws: ``Failure``.
  public func bounds(_ fields: Value) throws(Failure) -> Bounds<UInt128> {
    do {
      let formula = try formula(fields)
      let low = fields["low"]?.quantity?.value ?? formula?.low
      let high = fields["high"]?.quantity?.value ?? formula?.high
      guard let low = low ?? high.map({ _ in .zero }) else { throw Failure.needs("value, low or high") }
      return try Bounds(low: low, best: formula?.best, high: high).rounded()
    } catch let failure as Failure {
      throw failure
    } catch let error as MeasureError {
      throw .measure(error)
    } catch {
      throw .needs("\(error)")
    }
  }

  /// What the formula gives, or `nil` when only bounds are stated.
  private func formula(_ fields: Value) throws -> Bounds<Ratio>? {
    let method = fields["method"]?.text.flatMap(Estimate.Method.init)
    switch method {
    case .counted: return try counted(fields)
    case .hardware: return try measured(fields)
    case .scaled:
      guard let value = fields["value"]?.quantity, let times = fields["times"]?.quantity else {
        throw Failure.needs("value, times")
      }
      return Bounds(exactly: try value.value.multiplied(by: times.value))
    case .geometricMean: return try mean(fields)
    case .telemetry, .reported, nil:
      // Stated bounds replace the half unit of the last printed digit.
      return fields["value"]?.quantity?.printedBounds
    }
  }

  private func counted(_ fields: Value) throws -> Bounds<Ratio> {
    guard let parameters = fields["parameters"]?.number, let tokens = fields["tokens"]?.number else {
      throw Failure.needs("parameters, tokens")
    }
    let epochs = fields["epochs"]?.number ?? Bounds(exactly: .one)
    let factor = fields["per-parameter-token"]?.number ?? Bounds(exactly: Ratio(6))
    let passes = try tokens.multiplied(by: epochs)
    let product = try passes.multiplied(by: parameters).multiplied(by: factor)
    guard let extra = fields["per-token"]?.number else { return product }
    return try product.adding(passes.multiplied(by: extra))
  }

  private func measured(_ fields: Value) throws -> Bounds<Ratio> {
    guard let utilisation = fields["utilisation"]?.number else { throw Failure.needs("utilisation") }
    let most = utilisation.high ?? utilisation.best ?? utilisation.low
    guard most <= .one else { throw Failure.utilisation("\(most)") }
    var chipHours = fields["chip-hours"]?.number
    var chip = fields["chip"]?.text
    if case .chips(let count, let id)? = fields["chips"] {
      chip = id
      if let hours = fields["hours"]?.number {
        chipHours = try hours.multiplied(by: Bounds(exactly: Ratio(count)))
      } else if let days = fields["days"]?.number {
        chipHours = try days.multiplied(by: Bounds(exactly: Ratio(count))).multiplied(
          by: Bounds(exactly: Ratio(24)))
      }
    }
    guard let chipHours else { throw Failure.needs("chips with hours or days, or chip-hours") }
    let peak = try peak(of: chip, fields)
    let perHour = try peak.multiplied(by: Bounds(exactly: Ratio(3600)))
    return try chipHours.multiplied(by: perHour).multiplied(by: utilisation)
  }

  private func peak(of chip: String?, _ fields: Value) throws(Failure) -> Bounds<Ratio> {
    if let peak = fields["peak"]?.quantity { return Bounds(exactly: peak.value) }
    guard let chip else { throw .needs("peak, or chip") }
    guard let known = hardware[chip] else { throw .unknownChip(chip) }
    let precision = fields["precision"]?.text ?? "bf16"
    guard let peak = known.peaks[precision] else { throw .noPeak(chip: chip, precision: precision) }
    return peak
  }

  private func mean(_ fields: Value) throws -> Bounds<Ratio> {
    let parts = try (fields["of"]?.elements ?? []).map { part in
      guard case .group = part else { throw Failure.needs("of: two estimates") }
      return try bounds(part)
    }
    guard parts.count == 2 else { throw Failure.needs("of: two estimates") }
    let low = geometricMean(parts[0].low, parts[1].low).down
    var high: UInt128?
    if let a = parts[0].high, let b = parts[1].high { high = geometricMean(a, b).up }
    var best: UInt128?
    if let a = parts[0].best, let b = parts[1].best { best = geometricMean(a, b).nearest }
    return try Bounds(low: low, best: best, high: high).ratios
  }
}
