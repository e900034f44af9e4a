/// Finds the ways round in a graph that should have none.
package enum Cycles {
  /// One way round for each part of the graph whose nodes all reach each other, as the nodes in order from its least
  /// one back to it, each followed by one that it leads to: the shortest through the least node.
  package static func of(_ targets: [[Int]]) -> [[Int]] {
    let component = components(targets)
    var sizes: [Int: Int] = [:]
    for number in component { sizes[number, default: 0] += 1 }
    var seen: Set<Int> = []
    return targets.indices.compactMap { node in
      let isRound = sizes[component[node], default: 0] > 1 || targets[node].contains(node)
      guard isRound, seen.insert(component[node]).inserted else { return nil }
      return shortest(from: node, targets) { component[$0] == component[node] }
    }
  }

  /// The shortest way from `start` back to it, breadth first.
  private static func shortest(from start: Int, _ targets: [[Int]], _ isInside: (Int) -> Bool) -> [Int] {
    var before: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for target in targets[node] where isInside(target) {
        if target == start {
          var path = [start, node]
          while let last = path.last, last != start, let earlier = before[last] { path.append(earlier) }
          return node == start ? [start, start] : path.reversed()
        }
        guard before[target] == nil else { continue }
        before[target] = node
        queue.append(target)
      }
    }
    return [start]
  }

  /// For each node the number of its strongly connected component (R. Tarjan, 1972), without recursion.
  private static func components(_ targets: [[Int]]) -> [Int] {
    var index = [Int](repeating: -1, count: targets.count)
    var low = index
    var component = index
    var stack: [Int] = []
    var (counter, found) = (0, 0)
    for root in targets.indices where index[root] < 0 {
      var path: [(node: Int, next: Int)] = [(root, 0)]
      while let (node, next) = path.last {
        if next == 0 {
          (index[node], low[node]) = (counter, counter)
          counter += 1
          stack.append(node)
        }
        if next < targets[node].count {
          path[path.count - 1].next += 1
          let target = targets[node][next]
          if index[target] < 0 {
            path.append((target, 0))
          } else if component[target] < 0 {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == index[node] else { continue }
        while let member = stack.popLast() {
          component[member] = found
          if member == node { break }
        }
        found += 1
      }
    }
    return component
  }
}
