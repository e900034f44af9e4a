/// Boxes and arrows to be placed, in points, from left to right; their words stay with whoever draws them.
struct LineageLayout {
  /// A box and how large it is.
  struct Box { let width, height: Double }
  /// An arrow and how much room its words take.
  struct Arrow {
    let from, to: Int
    let labelWidth: Double
  }

  var boxes: [Box]
  var arrows: [Arrow]

  /// The graph in the language of Graphviz. Nothing in it comes from facts but sizes.
  var dot: String {
    var text = "digraph {\nrankdir=LR\nnodesep=0.2\nranksep=0.5\nnode [shape=box fixedsize=true]\n"
    text += "edge [arrowsize=0.7 fontsize=11 fontname=monospace]\n"
    for (index, box) in boxes.enumerated() {
      text += "n\(index) [width=\(Self.inches(box.width)) height=\(Self.inches(box.height))]\n"
    }
    for arrow in arrows {
      // A letter of that size is 6.6 points wide.
      let label = String(repeating: "x", count: Int(arrow.labelWidth / 6.6))
      text += "n\(arrow.from) -> n\(arrow.to) [label=\"\(label)\"]\n"
    }
    return text + "}\n"
  }

  private static func inches(_ points: Double) -> String { "\((points / 72 * 1000).rounded() / 1000)" }

  /// Where everything lies, from the upper left corner.
  struct Placed {
    struct Point { let x, y: Double }
    struct Path {
      let from, to: Int
      let points: [Point]
      /// The middle of the words, where there are any.
      let label: Point?
    }
    var (width, height) = (0.0, 0.0)
    /// The middle of each box.
    var boxes: [Point] = []
    var arrows: [Path] = []
  }

  /// Reads what Graphviz answers (`plain`), one graph after the other; `nil`: something else.
  static func placed(_ answer: String, of layouts: [LineageLayout]) -> [Placed]? {
    var result: [Placed] = []
    for line in answer.split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.map { Double($0).map { $0 * 72 } }
      switch words.first {
      case "graph":
        guard numbers.count >= 4, let width = numbers[2], let height = numbers[3] else { return nil }
        result.append(Placed(width: width, height: height))
      case "node":
        guard let last = result.indices.last, numbers.count >= 4, let x = numbers[2], let y = numbers[3],
          words[1] == "n\(result[last].boxes.count)"
        else { return nil }
        result[last].boxes.append(.init(x: x, y: result[last].height - y))
      case "edge":
        guard let last = result.indices.last, let path = path(words, numbers, result[last].height) else {
          return nil
        }
        result[last].arrows.append(path)
      case "stop": break
      default: return nil
      }
    }
    let isWhole =
      result.count == layouts.count
      && zip(result, layouts).allSatisfy { placed, layout in
        placed.boxes.count == layout.boxes.count && placed.arrows.count == layout.arrows.count
      }
    return isWhole ? result : nil
  }

  private static func path(_ words: [Substring], _ numbers: [Double?], _ height: Double) -> Placed.Path? {
    func box(_ word: Substring) -> Int? { word.hasPrefix("n") ? Int(word.dropFirst()) : nil }
    guard words.count > 4, let from = box(words[1]), let to = box(words[2]), let count = Int(words[3]),
      (4...1000).contains(count), words.count >= 4 + 2 * count
    else {
      return nil
    }
    func point(_ index: Int) -> Placed.Point? {
      guard let x = numbers[index], let y = numbers[index + 1] else { return nil }
      return .init(x: x, y: height - y)
    }
    let points = (0..<count).compactMap { point(4 + 2 * $0) }
    guard points.count == count else { return nil }
    // With words: the words, then where their middle is, then style and colour.
    let after = 4 + 2 * count
    return .init(
      from: from, to: to, points: points, label: words.count >= after + 5 ? point(after + 1) : nil)
  }
}
