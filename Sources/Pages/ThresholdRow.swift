import Measures
import Regimes

/// One quantity of a subject against every threshold that is compared with the same bounds of it.
struct ThresholdRow: Hashable {
  /// A threshold on the axis.
  struct Mark: Hashable {
    let threshold: Ratio
    let comparator: Comparator
    /// The convention by which the quantity is counted against it.
    let convention: String?
    let article: String
    let regime: String
    /// The title of the regime.
    let title: Bilingual
    let citation: Citation?
    /// Whether it closes a gate, gives a class or sets a tier; else it marks a duty or a claim.
    let hasEffect: Bool
    /// Whether the regime binds the subject.
    let isBinding: Bool
    /// How much may be added to the best value, where a bound may have passed it.
    var left: Ratio?
    /// Whether the bounds of what it is a share of leave open on which side of it the quantity lies.
    var isOpenShare = false
  }

  let quantity: String
  let dimension: Dimension
  let bounds: Bounds<Ratio>
  /// Whether what is planned or running counts in it.
  var isProjection = false
  /// Of what its thresholds are a share.
  var share: Headroom.Share?
  var marks: [Mark]

  /// The quantity for people, and by which conventions its marks count it.
  var words: Message { words(counted: marks.map(\.convention)) }

  /// The quantity for people, and these ways of counting it.
  func words(counted conventions: [String?]) -> Message {
    Headroom.words(quantity, conventions, share, isProjection: isProjection)
  }

  /// Whether it is the same quantity, counted otherwise.
  func isAnotherCount(of other: ThresholdRow) -> Bool {
    self != other && quantity == other.quantity && dimension == other.dimension && share == other.share
      && isProjection == other.isProjection
  }

  /// Whether the quantity is zero for certain: there is nothing to draw.
  var isZero: Bool { bounds.high == .zero }

  /// Whether nothing is known of the quantity.
  var isUnknown: Bool { bounds.low == .zero && bounds.best == nil && bounds.high == nil }

  /// The rows of a subject.
  static func rows(_ determinations: [Determination]) -> [ThresholdRow] {
    var rows: [ThresholdRow] = []
    for determination in determinations {
      for item in determination.headroom {
        let mark = Mark(
          threshold: item.threshold, comparator: item.comparator, convention: item.convention,
          article: item.article,
          regime: determination.regime, title: determination.title, citation: item.citation,
          hasEffect: hasEffect(item.article, determination), isBinding: determination.isBinding,
          left: item.left, isOpenShare: item.share != nil && item.verdict == .cannotBeExcluded)
        let index = rows.firstIndex {
          $0.quantity == item.quantity && $0.dimension == item.dimension && $0.bounds == item.bounds
            && $0.isProjection == item.isProjection && $0.share == item.share
        }
        if let index {
          if !rows[index].marks.contains(mark) { rows[index].marks.append(mark) }
        } else {
          rows.append(
            ThresholdRow(
              quantity: item.quantity, dimension: item.dimension, bounds: item.bounds,
              isProjection: item.isProjection,
              share: item.share, marks: [mark]))
        }
      }
    }
    for index in rows.indices { rows[index].marks.sort { $0.threshold < $1.threshold } }
    return rows
  }

  /// A step of a scale has an effect; of an article, one that classifies or closes.
  private static func hasEffect(_ article: String, _ determination: Determination) -> Bool {
    guard let finding = determination.findings.first(where: { $0.article.id == article }) else { return true }
    return finding.article.effects.classifies != nil || finding.article.effects.closes != nil
  }

  /// Where the quantity lies against a threshold, in words, and the class of its colour.
  func position(_ mark: Mark) -> (word: Phrase, tone: String) {
    let limit = mark.threshold
    if !mark.isOpenShare {
      if bounds.low == limit, bounds.high == limit { return (.pageAt, "is-neutral") }
      if bounds.low > limit { return (.pageAbove, "is-neutral") }
      if let high = bounds.high, high <= limit { return (.pageBelow, "is-neutral") }
    }
    guard let best = bounds.best else { return (.pageMayBeAbove, "is-und") }
    if best > limit { return (.pageBestAbove, "is-und") }
    return (bounds.high == nil ? .pageUnderUnbounded : .pageBestBelow, "is-und")
  }

  /// The next threshold that the quantity has not certainly passed: of what binds, else of what does not.
  var next: Mark? {
    let ahead = marks.filter { $0.threshold > (bounds.best ?? bounds.low) }
    return ahead.first(where: \.isBinding) ?? ahead.first
  }
}

extension Ratio {
  /// For drawings only: nothing is judged from it.
  var approximate: Double { Double(numerator) / Double(denominator) }
}
