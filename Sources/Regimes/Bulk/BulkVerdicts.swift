public import Measures
public import Records

/// What packs say of many models: verdicts without explanations. `Judge` explains any of them.
public struct BulkVerdicts: Sendable {
  /// The models, by row.
  public let models: [GlobalID]

  let program: BulkProgram
  let layout: AnswerLayout
  /// For each block of models and each answer a lane of what holds and one of what is possible.
  let lanes: [UInt64]
  let aside: [Int: [BulkColumns.GateAside]]

  private func verdict(_ row: Int, _ answer: Int) -> Verdict {
    let (block, bit) = (row / Lane.rows, row % Lane.rows)
    let first = (block * layout.count + answer) * 2 * Lane.scalarCount + bit >> 6
    let mask = UInt64(1) << UInt64(bit & 63)
    if lanes[first] & mask != 0 { return .holds }
    return lanes[first + Lane.scalarCount] & mask != 0 ? .cannotBeExcluded : .fails
  }

  /// Whether a pack binds a model. Numbers of packs are those of the program.
  public func binding(_ row: Int, pack: Int) -> Verdict { verdict(row, layout.packs[pack].binding) }

  /// The verdicts of a pack's articles on models, in its order.
  public func articles(_ row: Int, pack: Int) -> [(id: String, verdict: Verdict)] {
    program.rules[pack].articles.enumerated().map { index, item in
      (item.article.id, verdict(row, layout.packs[pack].articles + index))
    }
  }

  /// The classes that its articles give.
  public func classes(_ row: Int, pack: Int) -> [(name: ClassName, verdict: Verdict)] {
    program.rules[pack].classes.enumerated().map { index, item in
      (item.name, verdict(row, layout.packs[pack].classes + index))
    }
  }

  /// The tier, where the pack has a scale.
  public func tier(_ row: Int, pack: Int) -> Determination.Tier? {
    let steps = program.rules[pack].tiers.enumerated().map { index, step in
      (name: step.name, verdict: verdict(row, layout.packs[pack].tiers + index))
    }
    guard let established = steps.last(where: { $0.verdict == .holds }),
      let notExcluded = steps.last(where: { $0.verdict.isPossible })
    else { return nil }
    return Determination.Tier(established: established.name, notExcluded: notExcluded.name)
  }

  /// The gates that the pack governs, everywhere, as a determination has them.
  public func gates(_ row: Int, pack: Int) -> [(action: Action, state: GateCondition)] {
    program.rules[pack].actions.enumerated().compactMap { index, action in
      if let gate = aside[row]?.first(where: { $0.pack == pack && $0.action == action }) {
        return gate.isGoverned || gate.state != .open ? (action, gate.state) : nil
      }
      let first = layout.packs[pack].gates + 2 * index
      let state: GateCondition =
        switch verdict(row, first) {
        case .holds: .closed
        case .cannotBeExcluded: .undetermined
        case .fails: .open
        }
      return state != .open || verdict(row, first + 1) == .holds ? (action, state) : nil
    }
  }
}

/// Where each answer stands in a block.
struct AnswerLayout: Sendable {
  struct Pack: Sendable {
    let binding, articles, classes, tiers, gates: Int
  }

  let packs: [Pack]
  let count: Int

  init(_ program: BulkProgram) {
    var next = 0
    func take(_ count: Int) -> Int {
      defer { next += count }
      return next
    }
    packs = program.rules.map { rules in
      Pack(
        binding: take(1), articles: take(rules.articles.count), classes: take(rules.classes.count),
        tiers: take(rules.tiers.count), gates: take(2 * rules.actions.count))
    }
    count = next
  }
}
