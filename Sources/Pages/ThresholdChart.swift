import FoundationEssentials
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
  }

  /// The row as HTML: words, drawing, and a word for each threshold.
  func row(_ row: ThresholdRow) throws(PageError) -> Markup {
    let numbers = words.numbers
    var fields: [String: Field] = [
      "name": .text(words.heading(words.word(row.quantity))),
      "bounds": .text(numbers.bounds(row.bounds, row.dimension)),
      "exact": .text((row.bounds.best ?? row.bounds.low).description),
      "marks": .list(
        row.marks.map { mark in
          let (word, tone) = row.position(mark)
          return [
            "word": .text(words.say(word)), "tone": .text(tone),
            "glyph": .text(tone == "is-und" ? "v-und" : "v-fails"),
            "threshold": .text(numbers.quantity(mark.threshold, row.dimension)),
            "article": .text(mark.article), "regime": .text(mark.regime),
          ]
        }),
    ]
    if !row.isZero, let range = decades[row.dimension] { fields["drawing"] = .list([drawing(row, range)]) }
    return try templates.fill("threshold", Fields(fields))
  }

  private func drawing(_ row: ThresholdRow, _ range: ClosedRange<Int>) -> Fields {
    func place(_ value: Ratio) -> Double {
      guard value > .zero else { return 1 }
      let share = (log10(value.approximate) - Double(range.lowerBound)) / Double(range.count - 1)
      return min(max(share, 0), 1) * 96 + 2
    }
    let low = place(row.bounds.low)
    let high = row.bounds.high.map(place) ?? 100
    // Labels that would lie on each other are left to the words beside the drawing.
    var last = -100.0
    let labelRoom = 13.0
    return [
      "axis": .text(Self.axis(row.dimension)), "x": Self.percent(low),
      "width": Self.percent(max(high - low, 0.6)),
      "best": row.bounds.best.map { Self.percent(place($0)) } ?? .text(""),
      "caps": .list(
        row.marks.map { mark in
          let x = place(mark.threshold)
          let isFree = x - last > labelRoom
          if isFree { last = x }
          return [
            "x": Self.percent(x), "kind": .text(mark.hasEffect ? "cap" : "cap-soft"),
            "label": .text(isFree ? words.numbers.scientific(mark.threshold) : ""),
            "anchor": .text(x > 85 ? "end" : "start"), "shift": .text(x > 85 ? "-5" : "5"),
          ]
        }),
    ]
  }

  /// The axis of each dimension, drawn once for all rows.
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
          })
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
  func gauge(_ rows: [ThresholdRow]) throws(PageError) -> Markup {
    guard let row = rows.first(where: { $0.quantity == "training-compute" && !$0.isZero }) else {
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
    func box(_ height: Double) -> (y: Field, height: Field) {
      let tenths = Int((height * 10).rounded())
      let rest = 400 - tenths
      return (.text("\(rest / 10).\(rest % 10)"), .text("\(tenths / 10).\(tenths % 10)"))
    }
    let isKnown = row.bounds.best != nil || row.bounds.low > .zero
    return try templates.fill(
      "gauge",
      [
        "word": .text(isKnown ? factor(row.bounds, next.threshold) : words.say(.pageNoEstimate)),
        "before": .text(words.say(Phrase.pageBefore.with(.code(threshold)))), "regime": .text(next.regime),
        "lowY": box(low).y, "lowHeight": box(low).height, "highY": box(high).y,
        "highHeight": box(high).height,
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
