import Measures
import Records

/// The figures of all subjects under one convention from a few passes over all nodes, the same as walking up from each
/// subject gives: the walks read what many have in common again for each of them.
struct AccountTable {
  /// What is true of a sum if it is true of any activity that counts in it.
  private struct Marks: OptionSet {
    let rawValue: UInt64
    static let counts = Marks(rawValue: 1)
    static let noGroundTruth = Marks(rawValue: 2)
    static let noApproximation = Marks(rawValue: 4)
    /// The first of the marks of codes of findings.
    private static let first = 3
    static let room = UInt64.bitWidth - first

    static func code(_ place: Int) -> Marks { Marks(rawValue: 1 << UInt64(first + place)) }
  }

  /// For what has several producers a node that all of them enter.
  private let joints: [GlobalID: Int]
  private let toDate: BoundColumns
  private let atCompletion: BoundColumns
  private let groundTruth: [UInt128]
  private let approximation: [UInt128]
  /// Best values, or low bounds where there is none, with presumed links and without; empty if those are not followed.
  private let weight: [UInt128]
  private let declaredWeight: [UInt128]
  private let marks: [Marks]
  /// The codes that findings about activities have.
  private let codes: [String]

  /// Nothing where the total of any node leaves 128 bits: then each subject is summed alone, and exactly those are
  /// refused that must be.
  init?(_ accountant: Accountant) {
    let graph = accountant.graph
    let count = graph.activities.count
    let joined = graph.producers.filter { $0.value.count > 1 }
    let entering = joined.map { Set($0.value).sorted() }
    joints = Dictionary(uniqueKeysWithValues: zip(joined.keys, count...))
    // What does not count, and the joints, are zero in every column.
    let own = (0..<count).map { accountant.counts($0) ? accountant.own($0) : nil }
    let none = repeatElement(0 as UInt128, count: joined.count)
    let said = (0..<count).map { accountant.counts($0) ? accountant.codes(ofActivity: $0) : [] }
    codes = Set(said.joined()).sorted()
    guard codes.count <= Marks.room else { return nil }
    let places = Dictionary(uniqueKeysWithValues: zip(codes, 0...))
    let marks = (0..<count).map { position -> Marks in
      guard let own = own[position] else { return [] }
      var marks: Marks = .counts
      if own.groundTruth == nil { marks.insert(.noGroundTruth) }
      if own.approximation == nil { marks.insert(.noApproximation) }
      for code in said[position] { places[code].map { marks.formUnion(.code($0)) } }
      return marks
    }
    do {
      let totals = AncestorTotals(accountant.followedGraph(presumed: true).adding(entering))
      toDate = try totals.allTotals(
        bounds: BoundColumns(own.map { $0?.toDate ?? .zero }, zeros: joined.count))
      atCompletion = try totals.allTotals(
        bounds: BoundColumns(own.map { $0?.atCompletion ?? .zero }, zeros: joined.count))
      groundTruth = try totals.allTotals(weights: own.map { $0?.groundTruth ?? 0 } + none)
      approximation = try totals.allTotals(weights: own.map { $0?.approximation ?? 0 } + none)
      self.marks = try totals.allUnions(of: marks + repeatElement([], count: joined.count))
      guard accountant.followsPresumed else {
        (weight, declaredWeight) = ([], [])
        return
      }
      let weights = own.map { $0.map { $0.toDate.best ?? $0.toDate.low } ?? 0 } + none
      weight = try totals.allTotals(weights: weights)
      declaredWeight = try AncestorTotals(accountant.followedGraph(presumed: false).adding(entering))
        .allTotals(
          weights: weights)
    } catch {
      return nil
    }
  }

  /// The account of a model or run without its entries, and of its findings the codes.
  func account(of id: GlobalID, _ accountant: Accountant) throws(MeasureError) -> Account {
    let sources = accountant.graph.sources(of: id)
    guard let node = sources.count > 1 ? joints[accountant.graph.identity(id)] : sources.first else {
      return Account(
        subject: id, convention: accountant.convention.name, toDate: .unknown, atCompletion: .unknown,
        knownSum: 0, groundTruth: nil, approximation: nil, presumedShare: .zero, entries: [], findings: [],
        codes: accountant.codes(about: id, .unknown))
    }
    let marks = marks[node]
    let total = try toDate[node].bounds()
    var share = Ratio.zero
    if !weight.isEmpty, weight[node] > 0 {
      share = try Ratio(weight[node] - declaredWeight[node], over: weight[node])
    }
    return Account(
      subject: id, convention: accountant.convention.name, toDate: total,
      atCompletion: try atCompletion[node].bounds(), knownSum: toDate[node].knownBest,
      groundTruth: marks.contains(.counts) && !marks.contains(.noGroundTruth) ? groundTruth[node] : nil,
      approximation: marks.contains(.counts) && !marks.contains(.noApproximation) ? approximation[node] : nil,
      presumedShare: share, entries: [], findings: [],
      codes: codes.indices.reduce(into: accountant.codes(about: id, total)) { found, place in
        if marks.contains(.code(place)) { found.insert(codes[place]) }
      })
  }
}

extension BoundColumns {
  /// The bounds of some nodes, and as many more of which nothing counts.
  fileprivate init(_ bounds: [Bounds<UInt128>], zeros: Int) throws(AncestorGraphError) {
    self.init(capacity: bounds.count + zeros)
    for own in bounds { try append(low: own.low, best: own.best, high: own.high) }
    for _ in 0..<zeros { try append(low: 0, best: 0, high: 0) }
  }
}

extension BoundTotal {
  fileprivate func bounds() throws(MeasureError) -> Bounds<UInt128> {
    try Bounds(low: low, best: best, high: high)
  }
}
