/// Something that is not known, or not exactly, and that a clause asks for.
public struct OpenFact: Hashable, Sendable {
  /// The thing that it is about, by its global id; empty: nothing that has a name.
  public let about: String
  /// What is asked of it, as data: the same in every language.
  public let code: String

  /// Creates one.
  public init(about: String, _ code: String) {
    self.about = about
    self.code = code
  }
}

extension OpenFact: Comparable {
  /// By what it is about, then by what is asked.
  public static func < (left: OpenFact, right: OpenFact) -> Bool {
    (left.about, left.code) < (right.about, right.code)
  }
}

/// A clause that cannot be excluded because something is open, and what would have to be found for it to hold.
public struct Asking: Hashable, Sendable {
  /// What would have to be found for the clause to hold.
  public enum Wanted: Hashable, Sendable {
    /// That it is so.
    case answer
    /// One of these words, of several.
    case words(Set<String>)
    /// A quantity that compares so, of which these bounds are known.
    case quantity(Bounds<Ratio>, Dimension, from: Cut, isBelow: Bool)
  }

  /// What is open.
  public let fact: OpenFact
  /// What is asked of it, in words.
  public let words: Message
  /// What would have to be found.
  public let wanted: Wanted

  /// Creates one.
  public init(_ fact: OpenFact, _ words: Message, _ wanted: Wanted = .answer) {
    self.fact = fact
    self.words = words
    self.wanted = wanted
  }
}

/// A place on the line of quantities: just before a value, or just after it.
public struct Cut: Hashable, Comparable, Sendable {
  /// The value.
  public let value: Ratio
  /// Whether it is just after.
  public let isAfter: Bool

  /// Creates one.
  public init(_ value: Ratio, isAfter: Bool) {
    self.value = value
    self.isAfter = isAfter
  }

  /// From left to right.
  public static func < (left: Cut, right: Cut) -> Bool {
    left.value == right.value ? !left.isAfter && right.isAfter : left.value < right.value
  }

  /// Whether known bounds leave something on either side.
  public func divides(_ bounds: Bounds<Ratio>) -> Bool {
    (isAfter ? bounds.low <= value : bounds.low < value)
      && (bounds.high.map { isAfter ? value < $0 : value <= $0 } ?? true)
  }
}
