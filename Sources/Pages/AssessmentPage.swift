public import Lineage
public import Measures
public import Records
public import Regimes

/// One self-contained HTML page of an assessment: the board, each subject with its thresholds, gates,
/// clauses, duties and account, and how to recompute it.
///
/// It needs no other file and no script. Its content policy admits its own style sheet, by hash, and
/// nothing else; every text from facts is escaped.
public struct AssessmentPage {
  /// On a page of more subjects than this, clause trees stand only under what holds.
  static let briefAbove = 40
  /// So many of them stand in the open on such a page; the others are folded.
  static let unfolded = 25

  /// What the page is about.
  public var title: Bilingual
  /// What was true when.
  public var asOf: Instant
  /// Known by when; `nil`: everything at hand.
  public var knownAt: Instant?
  /// The command that gives the same determinations as data.
  public var command: String
  /// The question that it answers, for programs.
  public var question: String
  /// Whether figures of the public record are shown.
  public var showsPublicRecord: Bool
  /// What its reader must know of where its facts come from.
  public var notes: [Message] = []

  /// What is behind subjects, where pictures of it can be drawn.
  public var lineages: [GlobalID: Ancestry] = [:]
  /// Lays out graphs in the language of Graphviz as its `plain` format has them; `nil`: it cannot.
  public var layOut: (String) -> String? = { _ in nil }

  private let subjects: [PageSubject]
  private let determinations: [Determination]
  private let accounts: [Account]
  private let packs: [RegimePack]
  private let names: [GlobalID: String]

  /// A page of some subjects.
  /// - Parameters:
  ///   - determinations: of these subjects; others are ignored.
  ///   - accounts: of these subjects, any number of conventions each.
  ///   - packs: the packs that judged.
  ///   - names: of parties that owe duties, and of what stands in lineages.
  ///   - question: what programs need to make the page again.
  public init(
    title: Bilingual, asOf: Instant, knownAt: Instant?, subjects: [PageSubject],
    determinations: [Determination],
    accounts: [Account], packs: [RegimePack], names: [GlobalID: String], command: String,
    question: String = "", showsPublicRecord: Bool
  ) {
    self.question = question
    self.title = title
    self.asOf = asOf
    self.knownAt = knownAt
    self.subjects = subjects
    self.determinations = determinations
    self.accounts = accounts
    self.packs = packs
    self.names = names
    self.command = command
    self.showsPublicRecord = showsPublicRecord
  }

  /// The page in one language.
  /// - Throws: ``PageError``, if a template that ships is defective.
  public func html(_ language: Language) throws(PageError) -> String {
    try PageWriter(page: self, views: views, language: language).html()
  }

  /// What the page says first, sentence by sentence.
  package func headline(_ language: Language) -> [String] {
    let (first, rest) = Lede(words: PageWords(language), guidance: guidance).sentences(views)
    return [first] + rest
  }

  /// The subjects, largest first.
  var views: [SubjectView] {
    let determined = Dictionary(grouping: determinations, by: \.subject)
    let counted = Dictionary(grouping: accounts, by: \.subject)
    let views = subjects.map { subject in
      SubjectView(subject, anchor: "", determined[subject.id] ?? [], counted[subject.id] ?? [])
    }
    let sorted = views.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      return left.weight == right.weight ? left.subject.id < right.subject.id : left.weight > right.weight
    }
    return sorted.enumerated().map { $1.anchored("s\($0 + 1)") }
  }

  var regimes: [RegimePack] {
    let used = Set(determinations.map(\.regime))
    return packs.filter { used.contains($0.id) }
  }

  /// Regimes that only interpret others.
  var guidance: Set<String> { Set(packs.filter { $0.status == .guidance }.map(\.id)) }

  var partyNames: [GlobalID: String] { names }

  /// The next instant at which any determination may change by time alone.
  var changesAt: Instant? { determinations.compactMap(\.changesAt).min() }
}
