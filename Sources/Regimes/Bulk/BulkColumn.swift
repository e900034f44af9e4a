import Lineage
import Measures
import Records

/// A bit for each row.
struct Plane: Sendable {
  private(set) var words: [UInt64]

  /// No bit for any of `rows`, rounded up to whole lanes.
  init(rows: Int) { words = Array(repeating: 0, count: Lane.blocks(rows) * Lane.scalarCount) }

  mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  /// The bits of 256 rows.
  func lane(_ block: Int) -> Lane {
    let first = block * Lane.scalarCount
    return Lane(words[first], words[first + 1], words[first + 2], words[first + 3])
  }
}

extension Lane {
  /// How many rows a lane has.
  static let rows = 256

  /// How many lanes so many rows need.
  static func blocks(_ rows: Int) -> Int { (rows + Self.rows - 1) / Self.rows }
}

/// A verdict for each row.
struct TruthColumn: Sendable {
  private var holds: Plane
  private var possible: Plane

  init(rows: Int) { (holds, possible) = (Plane(rows: rows), Plane(rows: rows)) }

  mutating func put(_ verdict: Verdict, at row: Int) {
    if verdict == .holds { holds.insert(row) }
    if verdict.isPossible { possible.insert(row) }
  }

  func lane(_ block: Int) -> Truths { Truths(holds: holds.lane(block), possible: possible.lane(block)) }
}

/// Verdicts for some rows, which count instead of others.
struct Overlay: Sendable {
  private var rows: Plane
  private var verdicts: TruthColumn

  init(rows count: Int) { (rows, verdicts) = (Plane(rows: count), TruthColumn(rows: count)) }

  mutating func put(_ verdict: Verdict, at row: Int) {
    rows.insert(row)
    verdicts.put(verdict, at: row)
  }

  func cover(_ truths: inout Truths, _ block: Int) {
    let mask = rows.lane(block)
    if mask != .zero { truths.put(verdicts.lane(block), where: mask) }
  }
}

/// A whole number that parts the values that pass from those that do not.
struct WholeCut: Hashable, Sendable {
  /// The least value above the cut.
  let first: UInt128
  let comparator: Comparator
  let bound: DecidingBound
  let limit: Ratio
  let dimension: Dimension

  /// `nil` where no whole number parts them.
  init?(_ comparator: Comparator, _ limit: Ratio, _ dimension: Dimension, _ bound: DecidingBound) {
    let isAfter = comparator.cut(at: limit).isAfter
    let whole = limit.rounded(isAfter ? .down : .up)
    guard !isAfter || whole < .max else { return nil }
    first = isAfter ? whole + 1 : whole
    (self.comparator, self.bound, self.limit, self.dimension) = (comparator, bound, limit, dimension)
  }

  func passes(_ value: UInt128) -> Bool { (value >= first) == comparator.growsWithQuantity }

  /// As `Judge.compare` does it, for the rows of a block.
  func lane(_ values: BoundColumns, _ block: Int) -> Truths {
    var result = Truths.fails
    let start = block * Lane.rows
    for word in 0..<Lane.scalarCount {
      var (holds, possible) = (0 as UInt64, 0 as UInt64)
      let begin = start + word * 64
      let end = min(begin + 64, values.count)
      if begin >= end { break }
      for row in begin..<end {
        let (low, high) = decide(values, row)
        let bit = UInt64(row - begin)
        holds |= (low && high ? 1 : 0) << bit
        possible |= (low || high ? 1 : 0) << bit
      }
      result.holds[word] = holds
      result.possible[word] = possible
    }
    return result
  }

  /// Whether the least and the greatest value that decide pass.
  private func decide(_ values: BoundColumns, _ row: Int) -> (Bool, Bool) {
    let gaps = values.gaps[row]
    if bound == .best, !gaps.contains(.bestMissing) {
      let passes = passes(values.best[row])
      return (passes, passes)
    }
    let high = gaps.contains(.highUnbounded) ? comparator.growsWithQuantity : passes(values.high[row])
    return (bound == .high ? high : passes(values.low[row]), high)
  }
}

/// The answers to one question: verdicts, or bounds against a cut, with what counts instead of them in some rows.
struct BulkColumn: Sendable {
  let rule: BulkQuestion.Rule
  let pack: RegimePack
  var verdicts: TruthColumn
  /// Where bounds are compared: with what, and which column of quantities has them.
  var cut: WholeCut?
  var quantity = 0
  /// Rows whose verdict the judge gave, and not a comparison.
  var aside: Overlay?
  /// What is answered otherwise under the question of a view.
  var views: [Overlay?] = []
  /// The last row that was answered, and whether its answer looked at the question.
  var last = (row: -1, looked: false)
  var lastInView: [Int] = []

  init(_ rule: BulkQuestion.Rule, _ pack: RegimePack, rows: Int) {
    (self.rule, self.pack) = (rule, pack)
    verdicts = TruthColumn(rows: rows)
  }

  /// The answers without a question.
  func lane(_ block: Int, _ quantities: [BoundColumns]) -> Truths {
    var truths = cut.map { $0.lane(quantities[quantity], block) } ?? verdicts.lane(block)
    aside?.cover(&truths, block)
    return truths
  }

  /// Those answers as they are under the question of a view.
  func cover(_ truths: inout Truths, view: Int, _ block: Int) {
    guard view < views.count else { return }
    views[view]?.cover(&truths, block)
  }
}
