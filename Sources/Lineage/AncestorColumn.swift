import Synchronization

/// One value of each node, and what a pass over the graph makes of it: the sum, or the union, over each node and
/// all its ancestors.
///
/// The passes only name the nodes whose values belong to a total, in batches. Each column reads its values in a
/// short loop over a batch, in which the processor waits for many scattered reads together. With three bounds
/// that halves the time. A column may be given batches by several threads; it takes one at a time, and their order
/// makes no difference.
protocol AncestorColumn: Sendable {
  func add(_ steps: borrowing UnionSteps)
  /// From now on runs of this core's nodes are added.
  func enter(_ core: AncestorCore)
  func add(_ runs: [AncestorBlocks.Run])
}

/// Sums of weights, modulo 2¹²⁸: whoever asks knows that they fit.
final class SumColumn: AncestorColumn {
  private struct Sums {
    var totals: [UInt128]
    /// For each core node the weights before it: the sum of a run, however long, is a difference of two.
    var before: [UInt128] = []
  }

  private let own: [UInt128]
  private let sums: Mutex<Sums>

  init(_ own: [UInt128]) {
    self.own = own
    sums = Mutex(Sums(totals: own))
  }

  var totals: [UInt128] { sums.withLock { $0.totals } }

  func add(_ steps: borrowing UnionSteps) {
    own.withBase { own in
      sums.withLock {
        $0.totals.withMutableBase { totals in
          steps.forEach { node, base, extras in
            var sum = totals[node]
            if let base { sum &+= totals[base] }
            for extra in extras { sum &+= own[Int(extra)] }
            totals[node] = sum
          }
        }
      }
    }
  }

  func enter(_ core: AncestorCore) {
    var before: [UInt128] = [0]
    before.reserveCapacity(core.nodes.count + 1)
    var sum: UInt128 = 0
    for node in core.nodes {
      sum &+= own[Int(node)]
      before.append(sum)
    }
    sums.withLock { $0.before = before }
  }

  func add(_ runs: [AncestorBlocks.Run]) {
    sums.withLock { sums in
      sums.before.withBase { before in
        sums.totals.withMutableBase { totals in
          for run in runs { totals[Int(run.node)] &+= before[Int(run.end)] &- before[Int(run.first)] }
        }
      }
    }
  }
}

/// What is true of any.
final class UnionColumn<Marks: OptionSet & Sendable>: AncestorColumn {
  private struct Unions {
    var totals: [Marks]
    /// The marks of core nodes, side by side.
    var core: [Marks] = []
  }

  private let own: [Marks]
  private let unions: Mutex<Unions>

  init(_ own: [Marks]) {
    self.own = own
    unions = Mutex(Unions(totals: own))
  }

  var totals: [Marks] { unions.withLock { $0.totals } }

  func add(_ steps: borrowing UnionSteps) {
    own.withBase { own in
      unions.withLock {
        $0.totals.withMutableBase { totals in
          steps.forEach { node, base, extras in
            var marks = totals[node]
            if let base { marks.formUnion(totals[base]) }
            for extra in extras { marks.formUnion(own[Int(extra)]) }
            totals[node] = marks
          }
        }
      }
    }
  }

  func enter(_ core: AncestorCore) {
    let marks = core.nodes.map { own[Int($0)] }
    unions.withLock { $0.core = marks }
  }

  func add(_ runs: [AncestorBlocks.Run]) {
    unions.withLock { unions in
      unions.core.withBase { core in
        unions.totals.withMutableBase { totals in
          for run in runs {
            var marks = totals[Int(run.node)]
            for column in Int(run.first)..<Int(run.end) { marks.formUnion(core[column]) }
            totals[Int(run.node)] = marks
          }
        }
      }
    }
  }
}
