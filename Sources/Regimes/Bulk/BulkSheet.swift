import Lineage
import Measures
import Records

/// What an adoption gives a pack to stand on: verdicts depend on nothing else of a standing.
struct Footing: Hashable, Sendable {
  let adoption: GlobalID?
  let activation: Moment?

  init(_ standing: Standing) { (adoption, activation) = (standing.adoption?.id, standing.activation) }
}

/// The columns of one subject for each row.
struct BulkSheet: Sendable {
  let rows: Int
  private(set) var columns: [BulkColumn] = []
  private(set) var quantities: [BoundColumns] = []
  private var known: [Key: Int] = [:]
  private var knownQuantities: [QuantityKey: Int] = [:]

  private struct Key: Hashable {
    let rule: BulkQuestion.Rule
    let pack: RegimePack
    let footing: Footing
  }

  private struct QuantityKey: Hashable {
    let reference: QuantityReference
    /// Missing where the convention says all.
    let pack: RegimePack?
    let footing: Footing?
    let dimension: Dimension
  }

  init(rows: Int) { self.rows = rows }

  /// The columns of questions, for a standing.
  mutating func columns(of questions: [BulkQuestion], _ footing: Footing) -> [Int] {
    questions.map { question in
      let footing = question.isAssumed ? Footing(.assumed(question.pack)) : footing
      let key = Key(rule: question.rule, pack: question.pack, footing: footing)
      if let column = known[key] { return column }
      columns.append(BulkColumn(question.rule, question.pack, rows: rows))
      known[key] = columns.count - 1
      return columns.count - 1
    }
  }

  /// Answers a question for a row, if it is not answered, and says whether the answer looked at what is asked at a gate.
  mutating func answer(_ column: Int, at row: Int, _ scope: Scope, _ judge: Judge) -> Bool {
    if columns[column].last.row == row { return columns[column].last.looked }
    let looked: Bool
    if case .condition(.quantity(let test)) = columns[column].rule {
      looked = compare(column, test, at: row, scope, judge)
    } else {
      let answer = judge.answer(columns[column].rule, scope)
      columns[column].verdicts.put(answer.verdict, at: row)
      looked = answer.looked
    }
    columns[column].last = (row, looked)
    return looked
  }

  /// Answers it again under the question of a view.
  mutating func answer(_ column: Int, at row: Int, inView view: Int, _ scope: Scope, _ judge: Judge) {
    while columns[column].views.count <= view {
      columns[column].views.append(nil)
      columns[column].lastInView.append(-1)
    }
    guard columns[column].lastInView[view] != row else { return }
    columns[column].lastInView[view] = row
    let verdict = judge.answer(columns[column].rule, scope).verdict
    if columns[column].views[view] == nil { columns[column].views[view] = Overlay(rows: rows) }
    columns[column].views[view]?.put(verdict, at: row)
  }

  /// Puts the bounds of a quantity into a column where they can be compared as whole numbers with the one threshold of
  /// all rows; else asks the judge.
  private mutating func compare(
    _ column: Int, _ test: QuantityTest, at row: Int, _ scope: Scope, _ judge: Judge
  ) -> Bool {
    judge.hasLooked = false
    let threshold = judge.parameter(test.threshold, scope)
    let measured = judge.measure(test.quantity, scope, in: threshold.dimension)
    let looked = judge.hasLooked
    let cut =
      threshold.isLifted
      ? nil
      : threshold.quantity.flatMap { WholeCut(test.comparator, $0, threshold.dimension, test.bound) }
    if let cut, columns[column].cut == nil {
      columns[column].cut = cut
      columns[column].quantity = quantity(test.quantity, scope, cut.dimension, judge)
    }
    if let cut, columns[column].cut == cut, measured.dimension == cut.dimension,
      put(measured.bounds, at: row, in: columns[column].quantity)
    {
      return looked
    }
    let answer = judge.answer(columns[column].rule, scope)
    if columns[column].aside == nil { columns[column].aside = Overlay(rows: rows) }
    columns[column].aside?.put(answer.verdict, at: row)
    return looked || answer.looked
  }

  /// The column of a quantity. Training compute of the subject is the same in the words of every pack that means the same
  /// convention.
  private mutating func quantity(
    _ reference: QuantityReference, _ scope: Scope, _ dimension: Dimension, _ judge: Judge
  ) -> Int {
    var key = QuantityKey(
      reference: reference, pack: scope.pack, footing: Footing(scope.standing), dimension: dimension)
    if reference.name == "training-compute", reference.of == .subject, reference.since == nil,
      reference.with == nil, reference.period == nil,
      let meant = reference.convention.flatMap({ judge.convention($0, meantBy: scope.pack) })
    {
      var named = reference
      named.convention = meant.name
      key = QuantityKey(reference: named, pack: nil, footing: nil, dimension: dimension)
    }
    if let known = knownQuantities[key] { return known }
    quantities.append(BoundColumns(capacity: rows))
    knownQuantities[key] = quantities.count - 1
    return quantities.count - 1
  }

  /// Puts bounds at a row, if they are whole and no others are there.
  private mutating func put(_ bounds: Bounds<Ratio>, at row: Int, in quantity: Int) -> Bool {
    guard let low = bounds.low.whole, bounds.best.map({ $0.whole != nil }) ?? true,
      bounds.high.map({ $0.whole != nil }) ?? true
    else { return false }
    let (best, high) = (bounds.best?.whole, bounds.high?.whole)
    guard quantities[quantity].count <= row else {
      let there = quantities[quantity][row]
      return there.low == low && there.best == best && there.high == high
    }
    do {
      while quantities[quantity].count < row { try quantities[quantity].append(low: 0, best: nil, high: nil) }
      try quantities[quantity].append(low: low, best: best, high: high)
      return true
    } catch {
      return false
    }
  }
}

extension Ratio {
  fileprivate var whole: UInt128? { denominator == 1 ? numerator : nil }
}
