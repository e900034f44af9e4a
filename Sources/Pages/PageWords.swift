import Lineage
import Measures
import Records
import Regimes

/// The words and shapes of states, in one language.
struct PageWords {
  let language: Language
  let numbers: NumberFormat
  let dates: DateFormat

  init(_ language: Language) {
    self.language = language
    numbers = NumberFormat(language)
    dates = DateFormat(language)
  }

  func say(_ phrase: Phrase) -> String { phrase.text[language] }
  func say(_ message: Message) -> String { message.text(language) }

  /// A colon after a name.
  var colon: String { language.colon }

  /// The words joined as a sentence lists them.
  func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The words as a choice among them.
  func either(_ options: [String]) -> String {
    guard let last = options.last, options.count > 1 else { return options.first ?? "" }
    return say(Phrase.either.with(.code(list(Array(options.dropLast()))), .code(last)))
  }

  func action(_ action: Action) -> String {
    let phrase: Phrase =
      switch action {
      case .train: .actionTrain
      case .scale: .actionScale
      case .deployInternal: .actionDeployInternal
      case .deployExternal: .actionDeployExternal
      case .use: .actionUse
      case .act: .actionAct
      case .compute: .actionCompute
      case .publish: .actionPublish
      }
    return say(phrase)
  }

  /// The same with a capital, for the head of a column or row.
  func heading(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A citation, and how far it was checked where that is not in the text itself, as the page says once.
  func citation(_ citation: Citation) -> String {
    let text = citation.text(language)
    return citation.checked == .primary ? text : "\(text) · \(word(citation.checked.rawValue))"
  }

  /// A recipient: a word, or a role somewhere.
  func recipient(_ to: JSON) -> String {
    switch to {
    case .string(let code): return word(code)
    case .object(let members):
      guard case .string(let role)? = members["role"] else { break }
      guard case .string(let place)? = members["jurisdiction"] else { return word(role) }
      return say(Phrase.roleIn.with(.word(role), .message(Path(place).words)))
    default: break
    }
    return to.canonical
  }

  /// A counting convention by its name in its pack.
  func convention(_ name: String?) -> String {
    name.map { word(CountingConvention.bareName($0)) } ?? ""
  }

  /// A tier, and what is not excluded where it is more.
  func tier(_ tier: Determination.Tier) -> String {
    guard tier.established != tier.notExcluded else {
      return say(Phrase.pageTier.with(.code(tier.established)))
    }
    return say(Phrase.pageTierPair.with(.code(tier.established), .code(tier.notExcluded)))
  }

  /// The label of a code.
  func word(_ code: String) -> String { Words.label(code, language) }

  /// Something that a duty must contain, with how much of it where the text says so.
  func item(_ item: Duty.Item, _ terms: [Term]) -> String {
    guard let name = item.atLeast else { return word(item.what) }
    let amount = terms.first { $0.name == name }?.amount.map { numbers.quantity($0, .share) }
    return say(Phrase.pageAtLeast.with(.word(item.what), .code(amount ?? "?")))
  }

  /// What fulfils a duty: a kind of record, at a stage if one is named.
  func filing(_ json: JSON) -> String {
    switch json {
    case .string(let kind): return word(kind)
    case .object(let members):
      guard case .string(let kind)? = members["kind"] else { break }
      guard case .string(let stage)? = members["stage"] else { return word(kind) }
      return say(Phrase.pageStage.with(.word(kind), .word(stage)))
    default: break
    }
    return json == .null ? "" : json.canonical
  }
}

extension Verdict {
  /// The class of its colour. *Fails* is not bad by itself.
  var tone: String {
    switch self {
    case .holds: "is-open"
    case .fails: "is-neutral"
    case .cannotBeExcluded: "is-und"
    }
  }

  /// The class of a clause in a tree: one letter, because thousands of them stand on a page.
  var mark: String {
    switch self {
    case .holds: "y"
    case .fails: "n"
    case .cannotBeExcluded: "u"
    }
  }

  /// Its shape.
  var glyph: String {
    switch self {
    case .holds: "v-holds"
    case .fails: "v-fails"
    case .cannotBeExcluded: "v-und"
    }
  }

  var label: Phrase {
    switch self {
    case .holds: .holds
    case .fails: .fails
    case .cannotBeExcluded: .cannotBeExcluded
    }
  }
}
