import Lineage
import Measures
import Records
import Regimes

/// Everything that a page says of one subject, ready to be written.
struct SubjectView {
  let subject: PageSubject
  /// The anchor of its details.
  private(set) var anchor: String
  let determinations: [Determination]
  let accounts: [Account]
  let rows: [ThresholdRow]
  let bindingGates: [GateGroup]
  let otherGates: [GateGroup]

  var name: String { subject.name ?? subject.id.local }
  /// Which of its runs are not done, in words.
  func unfinished(_ words: PageWords) -> String {
    subject.unfinished.map { words.say($0) }.joined(separator: " · ")
  }
  var binding: [Determination] { determinations.filter(\.isBinding) }
  /// What binds comes first.
  var inOrder: [Determination] { binding + determinations.filter { !$0.isBinding } }

  /// Models first, then runs, clusters and the rest, as the board has them.
  var rank: Int { Self.kinds.firstIndex(of: subject.id.kind) ?? Self.kinds.count }

  /// The kinds of the board's groups.
  static let kinds = ["artifact", "activity", "cluster"]

  /// The compute by which subjects are ordered.
  var weight: Ratio {
    let bounds = computeBounds
    return bounds?.best ?? bounds?.low ?? .zero
  }

  /// The bounds of its training compute: as the first convention counts, else as a threshold did.
  var computeBounds: Bounds<Ratio>? {
    computeRow?.bounds ?? accounts.first?.toDate.ratios
  }

  /// Its training compute against what its own total is compared with.
  var computeRow: ThresholdRow? { rows.first { $0.quantity == "training-compute" && $0.share == nil } }

  init(_ subject: PageSubject, anchor: String, _ determinations: [Determination], _ accounts: [Account]) {
    self.subject = subject
    self.anchor = anchor
    self.determinations = determinations
    self.accounts = accounts
    rows = ThresholdRow.rows(determinations)
    let actions = Self.actions(of: subject.id.kind)
    bindingGates = GateGroup.groups(
      determinations.filter(\.isBinding), actions: actions, showUngoverned: true)
    // What does not bind is looked at regime by regime.
    otherGates = determinations.filter { !$0.isBinding }.flatMap {
      GateGroup.groups([$0], actions: actions, showUngoverned: false)
    }
  }

  /// The same with its place on the page.
  func anchored(_ anchor: String) -> SubjectView {
    var copy = self
    copy.anchor = anchor
    return copy
  }

  /// What may be asked of a kind of subject, in the order of the board.
  static func actions(of kind: String) -> [Action] {
    Action.allCases.filter { action in
      action.subject.recordKind == kind || (kind == "artifact" && action.subject == .run)
    }
  }

  /// The worst state of its gates everywhere, by what binds it; `nil` where no rule is in force.
  var worst: GateCondition? {
    bindingGates.filter { $0.place == GateState.everywhere }.compactMap(\.state).max()
  }

  /// Classes with their verdict: of one class the strongest verdict of the regimes that bind, `guidance` apart,
  /// whose classes are steps on the way.
  func classes(except guidance: Set<String>) -> [(name: ClassName, verdict: Verdict)] {
    var order: [ClassName] = []
    var verdicts: [ClassName: Verdict] = [:]
    for item in binding.filter({ !guidance.contains($0.regime) }).flatMap(\.classes) {
      if verdicts[item.name] == nil { order.append(item.name) }
      verdicts[item.name] = .any([verdicts[item.name] ?? .fails, item.verdict])
    }
    return order.map { ($0, verdicts[$0] ?? .fails) }
  }

  /// The tier of the first regime that binds it and has a scale for it.
  var tier: Determination.Tier? { binding.lazy.compactMap(\.tier).first }
}
