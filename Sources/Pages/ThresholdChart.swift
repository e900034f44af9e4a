import FoundationEssentials
import Lineage
import Measures
import Regimes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws quantities against thresholds on logarithmic axes that every row of a page shares.
struct ThresholdChart {
  private let templates: Templates
  private let words: PageWords
  /// The first and last decade of each dimension.
  private let decades: [Dimension: ClosedRange<Int>]
  /// The lines of thresholds that rows share, each drawn once.
  private let grids: [[Cap]]

  /// A threshold as a line, with its label where there is room.
  private struct Cap: Hashable {
    let place: Double
    let hasEffect: Bool
    let label: String?
    /// Whether the label stands before its line, because after it it would leave the drawing.
    let isBefore: Bool
  }

  init(_ rows: [ThresholdRow], _ templates: Templates, _ words: PageWords) {
    self.templates = templates
    self.words = words
    var decades: [Dimension: ClosedRange<Int>] = [:]
    for row in rows where !row.isZero {
      let values =
        row.marks.map(\.threshold) + [row.bounds.low, row.bounds.best, row.bounds.high].compactMap { $0 }
      let logs = values.filter { $0 > .zero }.map { log10($0.approximate) }
      guard let least = logs.min(), let most = logs.max() else { continue }
      let range = Int(least.rounded(.down))...Int((most + 0.15).rounded(.up))
      let known = decades[row.dimension] ?? range
      // A quantity far below every threshold must not squeeze the axis: eight decades are shown.
      let upper = max(known.upperBound, range.upperBound)
      decades[row.dimension] = max(min(known.lowerBound, range.lowerBound), upper - 8)...upper
    }
    self.decades = decades
    var grids: [[Cap]] = []
    for row in rows where !row.isZero {
      guard let range = decades[row.dimension] else { continue }
      let caps = Self.caps(row, range, words.numbers)
      if !grids.contains(caps) { grids.append(caps) }
    }
    self.grids = grids
  }

  private static func place(_ value: Ratio, _ range: ClosedRange<Int>) -> Double {
    guard value > .zero else { return 1 }
    let share = (log10(value.approximate) - Double(range.lowerBound)) / Double(range.count - 1)
    return min(max(share, 0), 1) * 96 + 2
  }

  private static func caps(_ row: ThresholdRow, _ range: ClosedRange<Int>, _ numbers: NumberFormat) -> [Cap] {
    // Labels that would lie on each other are left to the words beside the drawing.
    var last = -100.0
    return row.marks.map { mark in
      let x = place(mark.threshold, range)
      let label = numbers.scientific(mark.threshold)
      let room = 2 + 1.9 * Double(label.count)
      let isBefore = x + room > 100
      let start = isBefore ? x - room : x
      let isFree = start > last
      if isFree { last = start + room }
      return Cap(
        place: x, hasEffect: mark.hasEffect, label: isFree ? label : nil, isBefore: isBefore)
    }
  }

  /// The row as HTML: words, drawing, and a word for each threshold.
  func row(_ row: ThresholdRow) throws(PageError) -> Markup {
    let numbers = words.numbers
    let fields: [String: Field] = [
      "drawing": .markup(try drawing(row)),
      "name": .text(words.heading(words.say(row.words))),
      "bounds": .text(numbers.bounds(row.bounds, row.dimension, against: row.marks.map(\.threshold))),
      "exact": .text((row.bounds.best ?? row.bounds.low).description),
      "marks": .list(
        row.marks.map { mark in
          let (word, tone) = row.position(mark)
          return [
            "word": .text(words.say(word)), "tone": .text(tone),
            "threshold": .text(numbers.quantity(mark.threshold, row.dimension, beside: row.bounds)),
            "article": .text(mark.article), "regime": .text(mark.regime),
            "convention": .text(conventions(row) > 1 ? words.convention(mark.convention) : ""),
            "left": .text(mark.left.map { words.say(Phrase.left.with(.amount($0, row.dimension))) } ?? ""),
          ]
        }),
    ]
    return try templates.fill("threshold", Fields(fields))
  }

  /// How many ways of counting the thresholds of a row know.
  private func conventions(_ row: ThresholdRow) -> Int { Set(row.marks.map(\.convention)).count }

  /// The row in short: the thresholds together that lie alike. Which articles they are of is said once a page.
  /// - Parameter rows: all rows of the subject; how a quantity is counted is said where that makes a difference.
  func briefRow(_ row: ThresholdRow, among rows: [ThresholdRow]) throws(PageError) -> Markup {
    let numbers = words.numbers
    let ways = rows.filter { $0.isAnotherCount(of: row) }.map { Set($0.marks.map(\.convention)).count }
    let isMost = conventions(row) > 2 && ways.allSatisfy { $0 < conventions(row) }
    let named =
      ways.isEmpty ? [] : isMost ? [CountingConvention.allOthers] : row.marks.map(\.convention)
    var groups: [(word: Phrase, tone: String, thresholds: [Ratio])] = []
    for mark in row.marks {
      let (word, tone) = row.position(mark)
      if let last = groups.last, last.word == word {
        if last.thresholds.last != mark.threshold {
          groups[groups.count - 1].thresholds.append(mark.threshold)
        }
      } else {
        groups.append((word, tone, [mark.threshold]))
      }
    }
    return try templates.fill(
      "briefthreshold",
      [
        "name": .text(words.heading(words.say(row.words(counted: named)))),
        "bounds": .text(numbers.bounds(row.bounds, row.dimension, against: row.marks.map(\.threshold))),
        "drawing": .markup(try drawing(row)),
        "groups": .list(
          groups.map { group in
            [
              "word": .text(words.say(group.word)), "tone": .text(group.tone),
              "thresholds": .text(
                words.list(
                  group.thresholds.dropLast().map { numbers.scientific($0) }
                    + group.thresholds.suffix(1).map { numbers.quantity($0, row.dimension) })),
            ]
          }),
      ])
  }

  private func drawing(_ row: ThresholdRow) throws(PageError) -> Markup {
    guard !row.isZero, let range = decades[row.dimension] else { return .none }
    let low = Self.place(row.bounds.low, range)
    let high = row.bounds.high.map { Self.place($0, range) } ?? 100
    let grid = grids.firstIndex(of: Self.caps(row, range, words.numbers)) ?? 0
    return try templates.fill(
      "drawing",
      [
        "axis": .text(Self.axis(row.dimension)), "grid": .text(Self.grid(grid)), "x": Self.percent(low),
        "width": Self.percent(max(high - low, 0.6)),
        "best": row.bounds.best.map { Self.percent(Self.place($0, range)) } ?? .text(""),
      ])
  }

  private static func grid(_ index: Int) -> String { "caps-\(index + 1)" }

  /// The axis of each dimension and the lines of thresholds, drawn once for all rows.
  func axes() throws(PageError) -> Markup {
    try templates.fill(
      "axes",
      [
        "axes": .list(
          decades.sorted { Self.axis($0.key) < Self.axis($1.key) }.map { dimension, range in
            [
              "id": .text(Self.axis(dimension)),
              "ticks": .list(
                range.map { decade in
                  [
                    "x": Self.percent(
                      2 + 96 * Double(decade - range.lowerBound) / Double(max(range.count - 1, 1)))
                  ]
                }),
            ]
          }),
        "grids": .list(
          grids.enumerated().map { index, caps in
            [
              "id": .text(Self.grid(index)),
              "caps": .list(
                caps.map { cap in
                  [
                    "x": Self.percent(cap.place), "kind": .text(cap.hasEffect ? "cap" : "cap-soft"),
                    "label": .text(cap.label ?? ""),
                    "anchor": .text(cap.isBefore ? "end" : "start"),
                    "shift": .text(cap.isBefore ? "-5" : "5"),
                  ]
                }),
            ]
          }),
      ])
  }

  private static func axis(_ dimension: Dimension) -> String {
    switch dimension {
    case .flop: "axis-flop"
    case .flopPerSecond: "axis-flop-s"
    case .bitPerSecond: "axis-bit-s"
    case .parameters: "axis-parameters"
    case .tokens: "axis-tokens"
    case .people: "axis-people"
    case .money(let currency): "axis-\(currency.lowercased())"
    case .share: "axis-share"
    }
  }

  static func percent(_ value: Double) -> Field {
    let hundredths = Int((value * 10).rounded())
    return .text("\(hundredths / 10).\(hundredths % 10)%")
  }

  /// The level of a lock: one decade up to the next threshold, `nil` where nothing is ahead.
  /// - Parameter articles: on a long page, where the article of the threshold stands.
  func gauge(_ rows: [ThresholdRow], _ articles: ArticleList?) throws(PageError) -> Markup {
    guard let row = rows.first(where: { $0.quantity == "training-compute" && $0.share == nil && !$0.isZero })
    else {
      return try templates.fill("gauge", ["word": .text(words.say(.pageNoThreshold))])
    }
    guard let next = row.next else {
      return try templates.fill("gauge", ["word": .text(words.say(.pagePast))])
    }
    let threshold = words.numbers.quantity(next.threshold, row.dimension)
    func height(_ value: Ratio) -> Double {
      guard value > .zero else { return 0 }
      return min(max(log10(value.approximate / next.threshold.approximate) + 1, 0.02), 1) * 36
    }
    let low = height(row.bounds.low)
    let high = row.bounds.high.map(height) ?? 36
    /// Where the surface lies, from the top.
    func surface(_ height: Double) -> String {
      let tenths = 400 - Int((height * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    let isKnown = row.bounds.best != nil || row.bounds.low > .zero
    return try templates.fill(
      "gauge",
      [
        "word": .text(isKnown ? factor(row.bounds, next.threshold) : words.say(.pageNoEstimate)),
        "before": .text(words.say(Phrase.pageBefore.with(.code(threshold)))),
        "article": .text(next.article), "regime": .text(next.title[words.language]),
        "anchor": .text(articles?.anchor(next.regime, next.article) ?? ""),
        "standing": .text(next.isBinding ? "" : words.say(.pageNotBinding)),
        "low": .text(surface(low)), "high": .text(surface(high) == surface(low) ? "" : surface(high)),
        "hasLevel": .flag(true),
      ])
  }

  /// How many times the quantity goes into the threshold: from the high to the low bound where both are under.
  private func factor(_ bounds: Bounds<Ratio>, _ threshold: Ratio) -> String {
    func times(_ value: Ratio) -> String? {
      guard value > .zero, value < threshold, let ratio = try? threshold.divided(by: value) else {
        return nil
      }
      let isSmall = ratio < Ratio(100)
      let tenths = (try? ratio.multiplied(by: Ratio(isSmall ? 10 : 1)))?.rounded(.down) ?? 0
      let shown = isSmall ? (try? Ratio(tenths, over: 10)) ?? ratio : Ratio(tenths)
      return words.numbers.scientific(shown, digits: 2)
    }
    let least = bounds.high.flatMap(times)
    let most = times(bounds.low)
    if let least, let most, least != most {
      return words.say(Phrase.pageFactors.with(.code(least), .code(most)))
    }
    if let best = bounds.best.flatMap(times) ?? least ?? most {
      return words.say(Phrase.pageFactor.with(.code(best)))
    }
    return words.say(.pageNothingKnown)
  }
}
