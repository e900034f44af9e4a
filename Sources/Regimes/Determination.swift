public import Measures
public import Records

/// What a regime says of a subject at an as-of date: the same facts, packs and dates always give the same
/// body.
public struct Determination: Hashable, Sendable {
  /// The subject.
  public var subject: GlobalID
  /// The regime.
  public var regime: String
  /// Its version.
  public var version: String
  /// Its title.
  public var title: Bilingual
  /// SHA-256 of its pack.
  public var packDigest: String
  /// What was true when.
  public var asOf: Instant
  /// Known by when; `nil`: the dossier as it is.
  public var knownAt: Instant?
  /// Whether it binds the subject. If not, gates and duties are those it *would* close and make.
  public var isBinding: Bool
  /// Why it binds or does not.
  public var standing: Explanation
  /// The same of each other way in which it binds, such as by another adoption.
  public var otherStandings: [Explanation] = []
  /// The tier, where the regime has a scale for the subject.
  public var tier: Tier?
  /// Each class of the regime.
  public var classes: [ClassVerdict]
  /// Each article that is asked of the subject.
  public var findings: [ArticleFinding]
  /// Each gate that an article of the regime may close.
  public var gates: [GateState]
  /// Duties that are owed or possible.
  public var obligations: [Obligation]
  /// What somebody may do.
  public var permissions: [Allowance] = []
  /// What somebody must keep.
  public var retentions: [Keeping] = []
  /// How far the subject is from each threshold.
  public var headroom: [Headroom]
  /// What a reader must know of the figures.
  public var remarks: [Finding]
  /// The next instant at which this may change by time alone.
  public var changesAt: Instant?

  /// A pair: what is established, and what cannot be excluded. The second sets gates and duties.
  public struct Tier: Hashable, Sendable {
    /// The highest step that holds.
    public let established: String
    /// The highest step that holds or cannot be excluded.
    public let notExcluded: String
  }

  /// A class and whether the subject is of it.
  public struct ClassVerdict: Hashable, Sendable {
    /// The class.
    public let name: ClassName
    /// The verdict.
    public let verdict: Verdict
    /// Why.
    public let because: Explanation
  }

  /// An article and whether it applies.
  public struct ArticleFinding: Hashable, Sendable {
    /// The article.
    public let article: Article
    /// Why, clause by clause.
    public var because: Explanation
    /// The sets in which it falls when a quantity grows, by its own declaration or by that of a class it asks for.
    public var antitoneIn: [String] = []
    /// The verdict.
    public var verdict: Verdict { because.verdict }
  }

  /// Every way in which it binds, or why it does not.
  package var standings: [Explanation] { [standing] + otherStandings }

  /// Every fact that was used.
  public var facts: Set<FactUse> {
    Explanation.facts(of: standings + findings.map(\.because) + classes.map(\.because))
  }
}

/// The state of a gate.
public enum GateCondition: String, Hashable, Sendable, Comparable {
  /// Only this lets anything pass.
  case open
  /// Treated as closed.
  case undetermined
  /// Closed.
  case closed

  private var rank: Int { self == .open ? 0 : self == .undetermined ? 1 : 2 }

  /// Whether the left one lets more pass.
  public static func < (left: GateCondition, right: GateCondition) -> Bool { left.rank < right.rank }
}

/// A gate: an action of a subject in a place.
public struct GateState: Hashable, Sendable {
  /// The action.
  public let action: Action
  /// A country, or everywhere.
  public let place: String
  /// Whether it lets pass.
  public let state: GateCondition
  /// The articles that keep it from being open; empty when it is open.
  public let because: [Reason]
  /// Whether any article governs the action at all.
  public let isGoverned: Bool

  /// Every article, in every country asked, that only may keep it from being open.
  package var undecided: [Reason] = []

  /// What would settle it: it is closed where that holds, and open where that fails.
  package var settlings: Settlings { undecided.settlings }

  /// Corrections that alone would open it and that nobody countersigned.
  public var openedByCorrection: [GlobalID] = []

  /// Everywhere.
  public static let everywhere = "everywhere"

  /// The answer where the regimes that keep it from being open were left out of the question.
  package var ofRegimesLeftOut: GateState {
    GateState(
      action: action, place: place, state: .undetermined, because: because, isGoverned: true,
      openedByCorrection: openedByCorrection)
  }

  /// The same gate of what nobody had recorded.
  package var ofUnrecorded: GateState { withheld(by: openedByCorrection) }

  /// The same gate, which these corrections would open.
  func withheld(by corrections: [GlobalID]) -> GateState {
    GateState(
      action: action, place: place, state: max(state, .undetermined), because: because,
      isGoverned: isGoverned, openedByCorrection: corrections)
  }

  /// An article that keeps a gate closed.
  public struct Reason: Hashable, Sendable {
    /// The regime.
    public let regime: String
    /// The article.
    public let article: String
    /// What it says.
    public let says: Bilingual
    /// Closed or undetermined.
    public let state: GateCondition
    /// The country where it does.
    public let country: String?
    /// Why it applies.
    public let why: Explanation
    /// What would lift it; `nil`: nothing in the article.
    public let unless: Explanation?
    /// Where it stands.
    public let citation: Citation
  }
}
