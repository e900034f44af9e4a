import Lineage
public import Measures
public import Records

/// A threshold and the quantity that is compared with it.
public struct Headroom: Hashable, Sendable {
  /// The article or scale.
  public let article: String
  /// The quantity.
  public let quantity: String
  /// The convention that counts it, `pack:name`.
  public let convention: String?
  /// The comparison.
  public let comparator: Comparator
  /// The threshold.
  public let threshold: Ratio
  /// What it counts.
  public let dimension: Dimension
  /// What is known of the quantity.
  public let bounds: Bounds<Ratio>
  /// Which value decides.
  public let bound: DecidingBound
  /// Whether runs that are planned or running count in it, each as it will be at completion.
  public let isProjection: Bool
  /// Of what the threshold is a share; `nil`: a parameter gives it.
  public var share: Share?
  /// Where the threshold stands.
  public let citation: Citation?

  /// A threshold that is a share of what another model has.
  public struct Share: Hashable, Sendable {
    /// The other model.
    public let of: GlobalID
    /// How much of it.
    public let limit: Ratio
    /// What is known of it. The threshold is taken of its best value.
    public let bounds: Bounds<Ratio>
    /// Whether only what the other model lacks is compared.
    public let isAdded: Bool
  }

  /// Whether the comparison passes, whichever values within the bounds are the true ones.
  package var verdict: Verdict {
    guard let share else { return Judge.compare(bounds, comparator, threshold, .all) }
    return Judge.compare(bounds, share.bounds, comparator, share.limit, .all)
  }

  /// Whether a bound says otherwise than the best value, which decides.
  var crosses: Bool { bound == .best && bounds.best != nil && verdict == .cannotBeExcluded }

  /// How much may be added to the best value before it is at a threshold that a bound may have passed.
  package var left: Ratio? {
    guard comparator.growsWithQuantity, crosses, let best = bounds.best, best < threshold else { return nil }
    return (try? threshold.subtracting(best)) ?? nil
  }

  /// The quantity for people, and by which convention it is counted.
  public var words: Message { Self.words(quantity, [convention], share, isProjection: isProjection) }

  /// A quantity for people; conventions by their names in their packs, each once.
  package static func words(
    _ quantity: String, _ conventions: [String?], _ share: Share? = nil, isProjection: Bool = false
  ) -> Message {
    var names: [String] = []
    for convention in conventions.compactMap(\.self) {
      let name = CountingConvention.bareName(convention)
      if !names.contains(name) { names.append(name) }
    }
    var words =
      names.isEmpty
      ? Phrase.listed.with(.word(quantity)) : Phrase.countedBy.with(.word(quantity), .words(names))
    if let share {
      let (other, limit) = (Message.Argument.code(share.of.description), share.limit.description)
      words = (share.isAdded ? Phrase.addedTo : Phrase.shareOf).with(.message(words), other, .code(limit))
    }
    return isProjection ? Phrase.projected.with(.message(words)) : words
  }
}

extension Headroom {
  /// The threshold and the bounds of the quantity as JSON: decimal integer strings, `null` for no best value
  /// and for no upper bound.
  public var json: JSON {
    var members: [String: JSON] = [
      "article": .string(article), "quantity": .string(quantity), "convention": .optional(convention),
      "comparator": .string(comparator.rawValue),
      "threshold": .string(threshold.description), "low": .string(bounds.low.description),
      "best": .optional(bounds.best?.description), "high": .optional(bounds.high?.description),
      "atCompletion": .bool(isProjection),
    ]
    if let share {
      members["share"] = .object([
        "of": .string(share.of.full), "is": .string(share.limit.description), "added": .bool(share.isAdded),
      ])
    }
    return .object(members)
  }
}
