import Measures
public import Records

extension Estimator {
  /// Estimates in `records` that cannot be worked out, and accelerators of clusters that the table lacks: every
  /// revision, whatever the date.
  public func problems(in records: [Record]) -> [Problem] {
    records.flatMap { record -> [Problem] in
      var problems: [Problem] = []
      for field in ["compute", "budget"] {
        for (index, fields) in (record[field]?.elements ?? []).enumerated() {
          problems += self.problems(ofEstimate: fields, record, "\(field)[\(index)]")
        }
      }
      for (index, device) in (record["devices"]?.elements ?? []).enumerated() {
        if let problem = problem(ofDevice: device, record, "devices[\(index)].chips") {
          problems.append(problem)
        }
      }
      return problems
    }
  }

  /// What is wrong with an estimate, and with those that it is made of.
  func problems(ofEstimate fields: Value, _ record: Record, _ path: String) -> [Problem] {
    let inner = (fields["of"]?.elements ?? []).enumerated().flatMap { index, part in
      problems(ofEstimate: part, record, "\(path).of[\(index)]")
    }
    guard inner.isEmpty else { return inner }
    do throws(Failure) {
      _ = try bounds(fields)
      return []
    } catch {
      return [problem(error, record, path, method: fields["method"]?.text)]
    }
  }

  private func problem(_ failure: Failure, _ record: Record, _ field: String, method: String?) -> Problem {
    var near: [String] = []
    if case .unknownChip(let chip) = failure { near = hardware.near(chip) }
    return failure.problem(at: record.mark, field: field, method: method, near: near)
  }

  private func problem(ofDevice device: Value, _ record: Record, _ field: String) -> Problem? {
    guard case .chips(let count, let id)? = device["chips"] else { return nil }
    guard let chip = hardware[id] else {
      let near = hardware.near(id)
      return Problem(
        .unknownWord, at: record.mark, field: field, rule: Phrase.unknownChip.with(.quoted(id)),
        remedy: near.isEmpty
          ? Phrase.leaveDevicesOut.message : Phrase.didYouMean.with(.code(near.joined(separator: ", "))))
    }
    let most = chip.peaks.values.compactMap(\.high)
    guard most.contains(where: { (try? $0.multiplied(by: Ratio(count))) == nil }) else { return nil }
    return Problem(
      .overflow, at: record.mark, field: field, rule: Phrase.tooManyChips.with(.quoted("\(count) x \(id)")),
      remedy: Phrase.checkCount.message)
  }
}

extension ComputeGraph {
  /// What no total could hold. If the greatest figures of all activities fit together in 128 bits, every sum of some
  /// of them does; if not, some gate might rest on a sum that was not worked out.
  public func overflow(_ facts: Facts) -> [Problem] {
    let computed = activities.flatMap { activity in
      Dictionary(grouping: activity.estimates + activity.budget, by: \.record).map { record, estimates in
        (record, estimates.map { $0.bounds.high ?? max($0.bounds.best ?? 0, $0.bounds.low) }.max() ?? 0)
      }
    }
    let rates = facts.records(of: "activity").map { record in
      let figures = (record["rate"]?.elements ?? []).map { window in
        ["low", "value", "high"].compactMap { window[$0]?.quantity?.value.rounded(.up) }.max() ?? 0
      }
      return (record.id, figures)
    }
    let served = rates.flatMap { id, figures in figures.map { (id, $0) } }
    return [("FLOP", "compute", computed), ("FLOP/s", "rate", served)].compactMap { unit, field, figures in
      guard (try? figures.reduce(UInt128(0)) { try $0.adding($1.1) }) == nil else { return nil }
      let largest = figures.max { ($0.1, $1.0) < ($1.1, $0.0) }
      return Problem(
        .overflow, at: largest.flatMap { facts[$0.0]?.mark }, field: field,
        rule: Phrase.sumOverflows.with(.code(unit)), remedy: Phrase.checkLargest.message)
    }
  }
}
