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

  init(_ language: Language, color: Bool) {
    self.language = language
    self.color = color
  }

  var numbers: NumberFormat { NumberFormat(language) }
  var colon: String { language.colon }

  func callAsFunction(_ text: String, _ tone: Tone) -> String {
    color ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  func say(_ phrase: Phrase) -> String { phrase.message.text(language) }
}
