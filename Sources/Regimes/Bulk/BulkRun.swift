import Dispatch
import Lineage
import Measures
import Synchronization

extension BulkProgram {
  /// Judges all models of `columns`, on at most so many threads: one part of the answer for each.
  public func judge(_ columns: [BulkColumns], threads: Int = 2) -> [BulkVerdicts] {
    let layout = AnswerLayout(self)
    // Parts of some blocks, so that long and short columns are shared out alike.
    let parts = columns.enumerated().flatMap { index, item in
      let blocks = Lane.blocks(item.models.count)
      return stride(from: 0, to: blocks, by: 64).map { (index, $0..<min($0 + 64, blocks)) }
    }
    let done = Mutex<[[UInt64]]>(Array(repeating: [], count: parts.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, parts.count))) { _ in
      while true {
        let part = next.add(1, ordering: .relaxed).oldValue
        guard part < parts.count else { break }
        var run = BulkRun(self, columns[parts[part].0], layout)
        run.judge(parts[part].1)
        let lanes = run.lanes
        done.withLock { $0[part] = lanes }
      }
    }
    var lanes = Array(repeating: [UInt64](), count: columns.count)
    let found = done.withLock { $0 }
    for (part, words) in zip(parts, found) {
      if lanes[part.0].isEmpty { lanes[part.0] = words } else { lanes[part.0] += words }
    }
    return zip(columns, lanes).map { item, lanes in
      BulkVerdicts(models: item.models, program: self, layout: layout, lanes: lanes, aside: item.aside)
    }
  }
}

/// The judgement of some blocks of models.
private struct BulkRun {
  let program: BulkProgram
  let columns: BulkColumns
  let layout: AnswerLayout
  private(set) var lanes: [UInt64] = []
  /// The answers of a block: to the questions of the models, and of the run that is looked at.
  private var models: [Truths]
  private var run: [Truths] = []
  /// What steps came to.
  private var steps: [Truths]
  /// What the block comes to.
  private var block: [Truths]

  init(_ program: BulkProgram, _ columns: BulkColumns, _ layout: AnswerLayout) {
    (self.program, self.columns, self.layout) = (program, columns, layout)
    models = Array(repeating: .fails, count: columns.sheet.columns.count)
    let longest = program.rules.flatMap {
      [$0.verdicts, $0.training.steps, $0.deploying.steps, $0.running.steps].map(\.steps.count)
    }
    steps = Array(repeating: .fails, count: longest.max() ?? 0)
    block = Array(repeating: .fails, count: layout.count)
  }

  mutating func judge(_ blocks: Range<Int>) {
    lanes.reserveCapacity(blocks.count * layout.count * 2 * Lane.scalarCount)
    for number in blocks {
      for answer in block.indices { block[answer] = .fails }
      for (index, column) in columns.sheet.columns.enumerated() {
        models[index] = column.lane(number, columns.sheet.quantities)
      }
      for pack in program.packs.indices { verdicts(pack, number) }
      close(\.training, columns.training, view: 0, number)
      for (index, view) in columns.deploying.enumerated() {
        close(\.deploying, view, view: index + 1, number)
      }
      for (index, view) in columns.running.enumerated() {
        run = columns.runs[index].columns.map { $0.lane(number, columns.runs[index].quantities) }
        close(\.running, view, view: nil, number)
      }
      for truths in block {
        for word in 0..<Lane.scalarCount { lanes.append(truths.holds[word]) }
        for word in 0..<Lane.scalarCount { lanes.append(truths.possible[word]) }
      }
    }
  }

  /// Whether a pack binds, its articles, its classes, its steps.
  private mutating func verdicts(_ pack: Int, _ number: Int) {
    let (rules, layout, standings) = (program.rules[pack], layout.packs[pack], columns.standings[pack])
    block[layout.binding] = standings.binding.lane(number)
    for footing in standings.footings {
      let mask = footing.rows.lane(number)
      guard mask != .zero else { continue }
      rules.verdicts.run(&steps) { models[footing.columns[$0]] }
      for (index, article) in rules.articles.enumerated() {
        block[layout.articles + index].add(steps[article.position], where: mask)
      }
      for (index, name) in rules.classes.enumerated() {
        block[layout.classes + index].add(steps[name.position], where: mask)
      }
      for (index, tier) in rules.tiers.enumerated() {
        block[layout.tiers + index].add(steps[tier.position], where: mask)
      }
    }
  }

  /// What the closures of every pack come to under one question: a gate is the worst of all.
  private mutating func close(
    _ part: KeyPath<PackRules, Closures>, _ asked: BulkColumns.View, view: Int?, _ number: Int
  ) {
    for (pack, rules) in program.rules.enumerated() {
      let closures = rules[keyPath: part]
      let first = layout.packs[pack].gates
      let isBinding = block[layout.packs[pack].binding].possible
      for footing in asked.packs[pack] {
        // A pack that does not bind is looked at as if it did.
        let mask = footing.asked.lane(number) & (footing.binding.lane(number) | ~isBinding)
        guard mask != .zero else { continue }
        closures.steps.run(&steps) { question in
          let column = footing.columns[question]
          guard let view else { return run[column] }
          var truths = models[column]
          columns.sheet.columns[column].cover(&truths, view: view, number)
          return truths
        }
        for closure in closures.closures {
          let why = closure.unless.map { steps[closure.why].unless(steps[$0]) } ?? steps[closure.why]
          for action in closure.actions {
            guard let index = rules.actions.firstIndex(of: action) else { continue }
            block[first + 2 * index].add(why, where: mask)
            block[first + 2 * index + 1].add(Truths(holds: true, isPossible: true), where: mask)
          }
        }
      }
    }
  }
}
