/// The languages of the program. They are equal.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case en
  /// French.
  case fr

  /// A colon after a word: in French a no-break space comes before it.
  package var colon: String { self == .fr ? "\u{A0}:" : ":" }
}

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  /// English.
  public let en: String
  /// French.
  public let fr: String

  /// Creates a text.
  public init(en: String, fr: String) {
    self.en = en
    self.fr = fr
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .fr: fr
    }
  }
}

/// An entry of the catalogue of messages: a sentence in both languages with places for arguments,
/// written `{0}`, `{1}`.
public struct Phrase: Hashable, Sendable {
  /// The sentence.
  public let text: Bilingual

  /// Creates an entry.
  package init(_ en: String, _ fr: String) { text = Bilingual(en: en, fr: fr) }

  /// The entry with its arguments.
  package func with(_ arguments: Message.Argument...) -> Message {
    Message(self, arguments)
  }

  /// The entry without arguments.
  public var message: Message { Message(self, []) }
}

/// A sentence that can be said in either language.
public struct Message: Hashable, Sendable {
  /// What fills a place in a sentence.
  public indirect enum Argument: Hashable, Sendable {
    /// A name or a code, the same in both languages.
    case code(String)
    /// What somebody wrote, shown only as far as a message needs it.
    case quoted(String)
    /// Codes, each by its label in ``Words``.
    case words([String])
    /// A date, as people write it.
    case date(Moment)
    /// A length of time.
    case period(Period)
    /// A text in both languages.
    case text(Bilingual)
    /// Another message.
    case message(Message)
    /// Several messages, joined by commas.
    case list([Message])
    /// A quantity, and as a threshold the bounds that are compared with it.
    case amount(Ratio, Dimension, beside: Bounds<Ratio>? = nil)
    /// Bounds of a quantity, and the threshold with which they are compared.
    case bounds(Bounds<Ratio>, Dimension, against: Ratio? = nil)
    /// A whole number.
    case count(Int)
  }

  /// The sentence.
  public let phrase: Phrase
  /// What fills its places.
  public let arguments: [Argument]

  /// Creates a message.
  package init(_ phrase: Phrase, _ arguments: [Argument]) {
    self.phrase = phrase
    self.arguments = arguments
  }

  /// A text that is not from the catalogue, such as what an article says.
  public init(_ text: Bilingual) {
    phrase = Phrase(text.en, text.fr)
    arguments = []
  }

  /// The sentence in one language.
  public func text(_ language: Language) -> String {
    guard !arguments.isEmpty else { return phrase.text[language] }
    var result = ""
    var rest = phrase.text[language][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if let index = Int(rest[rest.index(after: open)..<close]), arguments.indices.contains(index) {
        result += arguments[index].text(language)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Message.Argument {
  /// One code by its label.
  package static func word(_ code: String) -> Self { .words([code]) }

  /// Codes of which one is asked for, by their labels.
  package static func either(_ codes: [String]) -> Self {
    guard codes.count > 1, let last = codes.last else { return .words(codes) }
    return .message(Phrase.either.with(.words(codes.dropLast()), .word(last)))
  }

  func text(_ language: Language) -> String {
    switch self {
    case .code(let text): text
    case .quoted(let text): text.shortened(to: 80)
    case .words(let codes): codes.map { Words.label($0, language) }.joined(separator: ", ")
    case .date(let moment): DateFormat(language).brief(moment)
    case .period(let period): period.text(language)
    case .text(let text): text[language]
    case .message(let message): message.text(language)
    case .list(let messages): messages.map { $0.text(language) }.joined(separator: ", ")
    case .amount(let value, let dimension, let bounds):
      NumberFormat(language).quantity(value, dimension, beside: bounds)
    case .bounds(let bounds, let dimension, let threshold):
      NumberFormat(language).bounds(bounds, dimension, against: threshold.map { [$0] } ?? [])
    case .count(let value): NumberFormat(language).integer(UInt128(value.magnitude))
    }
  }
}

extension String {
  /// The text up to so many signs, then an ellipsis. Signs are scalars: one letter may carry any number of accents.
  package func shortened(to length: Int) -> String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(self[..<end]) + "…"
  }
}
