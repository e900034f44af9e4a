import Measures

/// How text for people is written: the language, and colour on a terminal.
struct TextStyle {
  enum Tone: String {
    case open = "32"
    case closed = "31"
    case undetermined = "33"
    case faint = "2"
    case bold = "1"
    case water = "36"
  }

  let language: Language
  let color: Bool
  /// The columns that text fits; `nil`: each line is as wide as it is.
  let width: Int?

  init(_ language: Language, color: Bool, width: Int? = nil) {
    self.language = language
    self.color = color
    self.width = width
  }

  var numbers: NumberFormat { NumberFormat(language) }

  func callAsFunction(_ text: String, _ tone: Tone) -> String {
    color ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  var dates: DateFormat { DateFormat(language) }

  /// The label of a code.
  func word(_ code: String) -> String { Words.label(code, language) }

  /// A citation, and how far it was checked where that is not in the text itself.
  func source(_ citation: Citation) -> String {
    let text = citation.text(language)
    return citation.checked == .primary ? text : "\(text) (\(word(citation.checked.rawValue)))"
  }

  func say(_ message: Message) -> String { message.text(language) }
  func say(_ phrase: Phrase) -> String { phrase.message.text(language) }

  /// Bounds; where text is wrapped they are broken only at the dots between them.
  func bounds(_ bounds: Bounds<Ratio>, _ dimension: Dimension, against thresholds: [Ratio] = []) -> String {
    let text = numbers.bounds(bounds, dimension, against: thresholds)
    guard width != nil else { return text }
    return text.replacing(" ", with: "\u{A0}").replacing("\u{A0}·\u{A0}", with: "\u{A0}· ")
  }

  /// The lines as one text, those that are too wide wrapped.
  func text(_ lines: [String]) -> String {
    (width.map { width in lines.flatMap { $0.wrappedHanging(to: width) } } ?? lines).joined(separator: "\n")
  }
}
