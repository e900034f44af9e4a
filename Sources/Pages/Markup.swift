import Mustache

/// HTML that a template has written: the only thing that another template may include unescaped.
struct Markup: Hashable, MustacheCustomRenderable, MustacheParent {
  let html: String

  // INVARIANT: made by `Templates` alone, so that no text of an input ever becomes markup.
  fileprivate init(_ html: String) { self.html = html }

  static let none = Markup("")

  var renderText: String { html }
  func child(named name: String) -> Any? { nil }
  var isNull: Bool { html.isEmpty }

  /// The style sheet that ships with the program.
  static func shipped(_ style: PageStyle) -> Markup { Markup(style.text) }

  static func joined(_ parts: [Markup]) -> Markup { Markup(parts.map(\.html).joined()) }
}

/// A text, which templates escape. An empty one counts as absent in sections.
struct Text: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  func child(named name: String) -> Any? { nil }
  var isNull: Bool { renderText.isEmpty }
}

/// What fills a place in a template.
enum Field {
  case text(String)
  case flag(Bool)
  case markup(Markup)
  case list([Fields])

  var value: Any {
    switch self {
    case .text(let text): Text(renderText: text)
    case .flag(let flag): flag
    case .markup(let markup): markup
    case .list(let list): list
    }
  }

  /// A name in pieces, after each of which a line may break.
  static func pieces(_ name: String) -> Field {
    var pieces: [String] = [""]
    for character in name {
      pieces[pieces.count - 1].append(character)
      if ":/-".contains(character) { pieces.append("") }
    }
    return .list(pieces.filter { !$0.isEmpty }.map { ["piece": .text($0)] })
  }

  /// A count that templates write or test.
  static func count(_ value: Int) -> Field { .text(value == 0 ? "" : String(value)) }
}

/// The fields of a template.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  var values: [String: Field]

  init(dictionaryLiteral elements: (String, Field)...) {
    values = Dictionary(elements) { _, last in last }
  }

  init(_ values: [String: Field]) { self.values = values }

  func child(named name: String) -> Any? { values[name]?.value }

  /// The first of `names` that is text anywhere in these fields.
  func firstText(of names: Set<String>) -> String? {
    for (name, field) in values {
      switch field {
      case .text, .flag: if names.contains(name) { return name }
      case .list(let list):
        if names.contains(name) { return name }
        for fields in list { if let found = fields.firstText(of: names) { return found } }
      case .markup: break
      }
    }
    return nil
  }
}

extension Markup {
  /// What `template` writes from `fields`.
  init(_ template: MustacheTemplate, _ fields: Fields, _ labels: Fields) {
    self.init(template.render(WithLabels(fields: fields, labels: labels)))
  }

  private struct WithLabels: MustacheParent {
    let fields: Fields
    let labels: Fields

    func child(named name: String) -> Any? { name == "say" ? labels : fields.child(named: name) }
  }
}
