import Measures
import Mustache
import RecordsIO

/// The templates that ship with the program, filled in one language.
///
/// `{{name}}` escapes. `{{{name}}}` takes ``Markup`` alone: a template that would write a text unescaped is
/// refused when it is filled.
struct Templates {
  private struct Entry {
    let template: MustacheTemplate
    let unescaped: Set<String>
  }

  let style: PageStyle
  private let entries: [String: Entry]
  private let labels: Fields

  init(_ language: Language) throws(PageError) {
    var entries: [String: Entry] = [:]
    for file in ShippedTexts.folder("Assets") where file.path.hasSuffix(".mustache") {
      var text = String(decoding: file.bytes, as: UTF8.self)
      // The last newline is the file’s, not the page’s.
      if text.hasSuffix("\n") { text.removeLast() }
      let name = String(file.path.dropFirst("Assets/".count).dropLast(".mustache".count))
      do {
        entries[name] = Entry(template: try MustacheTemplate(string: text), unescaped: Self.unescaped(text))
      } catch {
        throw PageError(.badTemplate, name)
      }
    }
    self.entries = entries
    labels = Fields(PageLabels.all.mapValues { .text($0.text[language]) })
    style = try PageStyle()
  }

  /// Fills a template.
  func fill(_ name: String, _ fields: Fields) throws(PageError) -> Markup {
    guard let entry = entries[name] else { throw PageError(.missingTemplate, name) }
    if !entry.unescaped.isEmpty, let field = fields.firstText(of: entry.unescaped) {
      throw PageError(.rawText, "\(name): \(field)")
    }
    return Markup(entry.template, fields, labels)
  }

  /// The names that a template writes unescaped.
  static func unescaped(_ text: String) -> Set<String> {
    var names: Set<String> = []
    for match in text.matches(of: /\{\{(?:\{|&)\s*([A-Za-z.]+)/) { names.insert(String(match.1)) }
    return names
  }
}
