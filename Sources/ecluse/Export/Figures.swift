import Exchange
import Lineage
import Measures
import Records
import Regimes

/// What is worked out of an outline's things under conventions, as other standards carry it: under names of ours.
struct Figures {
  private let graph: ComputeGraph
  private let accountants: [Accountant]

  init(_ graph: ComputeGraph, _ conventions: [CountingConvention]) {
    self.graph = graph
    accountants = conventions.map { Accountant(graph, $0) }
  }

  /// The properties of the models and computations of an outline.
  /// - Throws: ``Problems``: a total leaves 128 bits.
  func properties(_ outline: Outline) throws(Problems) -> [GlobalID: [Outline.Property]] {
    var result: [GlobalID: [Outline.Property]] = [:]
    for activity in outline.activities where activity.id.namespace == outline.namespace {
      result[activity.id] = try own(activity.id)
    }
    for artifact in outline.artifacts
    where artifact.id.namespace == outline.namespace && artifact.type == "model" {
      let made = outline.activities.filter { $0.produces.contains(artifact.id) }.map(\.id)
      result[artifact.id] = try own(of: artifact.id, made: Set(made)) + totals(artifact.id)
    }
    return result
  }

  private func account(_ accountant: Accountant, _ id: GlobalID) throws(Problems) -> Account {
    do { return try accountant.account(of: id) } catch {
      throw Problems([
        Problem(
          .overflow, at: nil, rule: Phrase.overflow.with(.code(error.subject)),
          remedy: Phrase.checkExponent.message)
      ])
    }
  }

  /// What a computation itself took.
  private func own(_ activity: GlobalID) throws(Problems) -> [Outline.Property] {
    try own(of: activity, made: [activity])
  }

  /// What the computations `made` behind `subject` took themselves, and by which methods that is known.
  private func own(of subject: GlobalID, made: Set<GlobalID>) throws(Problems) -> [Outline.Property] {
    guard let first = accountants.first else { return [] }
    let entries = try account(first, subject).entries.filter { made.contains($0.activity) }
    guard !entries.isEmpty else { return [] }
    var sum = Bounds<UInt128>.zero
    for entry in entries {
      do { sum = try sum.adding(entry.own) } catch { return [] }
    }
    let methods = Set(entries.flatMap(\.estimates).map(\.method.rawValue)).sorted()
    return Self.ends("ecluse:flop.own", sum)
      + (methods.isEmpty ? [] : [.init("ecluse:flop.method", methods.joined(separator: ", "))])
  }

  /// Everything behind a model, under each convention.
  private func totals(_ model: GlobalID) throws(Problems) -> [Outline.Property] {
    var properties: [Outline.Property] = []
    for accountant in accountants {
      let total = try account(accountant, model).toDate
      properties += Self.ends("ecluse:flop.total.\(accountant.convention.name)", total)
    }
    return properties
  }

  /// Decimal whole numbers; what is not known, and what has no upper bound, is left out.
  private static func ends(_ name: String, _ bounds: Bounds<UInt128>) -> [Outline.Property] {
    [("lo", bounds.low), ("best", bounds.best), ("hi", bounds.high)].compactMap { end, value in
      value.map { .init("\(name).\(end)", "\($0)") }
    }
  }
}
