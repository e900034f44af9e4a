import Lineage
import Measures
import Records

/// What is worked out once: a rule of a pack for a subject, as the pack stands there.
///
/// INVARIANT: a judge asks of packs of its own library only, which keeps them.
struct Matter: Hashable {
  enum Rule: Hashable {
    case standing
    case article(ObjectIdentifier)
    case `class`(String)
    case tier(String)
  }

  let pack: ObjectIdentifier
  let rule: Rule
  let subject: GlobalID
  let adoption: GlobalID?

  init(_ pack: RegimePack, _ rule: Rule, _ subject: GlobalID, _ standing: Standing) {
    self.pack = ObjectIdentifier(pack)
    self.rule = rule
    self.subject = subject
    adoption = standing.adoption?.id
  }

  /// A matter with the question under which it is asked.
  struct Asked: Hashable {
    let matter: Matter
    let place: Question.Place?
  }

  func asked(_ question: Question?) -> Asked { Asked(matter: self, place: question?.place) }
}

/// Answers that were worked out. One that did not look at the question serves under every question.
final class Memory<Key: Hashable, Answer> {
  fileprivate var answers: [Key: Answers] = [:]

  fileprivate struct Answers {
    var always: Answer?
    var asked: [Question.Place?: Answer] = [:]
  }
}

extension Judge {
  /// The answer to `key` under `question`, worked out if it is not known.
  ///
  /// INVARIANT: whoever reads a question does so through `question(of:)`, so that no answer is kept for a place
  /// that it was not worked out for. Where `passesOn` is false, the question is not the one of the caller.
  func once<Key, Answer>(
    _ memory: Memory<Key, Answer>, _ key: Key, _ question: Question?, passesOn: Bool = true,
    _ work: () -> Answer
  ) -> Answer {
    if let answers = memory.answers[key] {
      if let known = answers.always { return known }
      if let known = answers.asked[question?.place] {
        hasLooked = hasLooked || passesOn
        return known
      }
    }
    let hadLooked = hasLooked
    hasLooked = false
    let made = work()
    if hasLooked {
      memory.answers[key, default: .init()].asked[question?.place] = made
    } else {
      memory.answers[key, default: .init()].always = made
    }
    hasLooked = hadLooked || (hasLooked && passesOn)
    return made
  }

  /// The question, looked at.
  func question(of scope: Scope) -> Question? {
    hasLooked = true
    return scope.question
  }
}

/// What is asked again and again of one thing, whatever the pack.
struct Known {
  var originals: [GlobalID: Members] = [:]
  var deployments: [GlobalID: [Record]] = [:]
  var ownDeployments: [GlobalID: [Record]] = [:]
  var supposed: [Countries: Bool] = [:]
  var developers: [GlobalID: GlobalID?] = [:]
  var names: [GlobalID: [GlobalID]] = [:]
  var totals: [String: [GlobalID: Measured]] = [:]
  var rates: [Rate: Measured] = [:]
  var uses: [Int: [FactUse]] = [:]
  /// Whether everything stands on which a record rests.
  var grounds: [GlobalID: Bool] = [:]
  var contrary: [Contrary: [GlobalID: [Decision]]] = [:]
  var unaddressed: [String: [Record]] = [:]
  var surroundings: (subject: GlobalID, facts: FactLinks.Surroundings)?
  /// Of the last subject alone: each judge holds a graph.
  var uncorrected: (subject: GlobalID, judges: [(corrections: [GlobalID], judge: Judge?)])?
  var countries: [Named: [(country: String?, isUnnamed: Bool)]] = [:]

  var conventions: [Meant: CountingConvention?] = [:]
  var accountants: [Meant: Accountant?] = [:]

  /// What somebody may have decided otherwise.
  struct Contrary: Hashable {
    let kind: String
    let about: GlobalID
    let decisions: [String]
  }

  /// Such a decision: until when it may have been made.
  struct Decision {
    let record: Record
    let end: Instant?
    let covers: Set<String>
  }

  /// A convention as a pack names it.
  struct Meant: Hashable {
    let name: String
    let by: ObjectIdentifier
  }

  /// Whose rate, and the longest window that bounds it.
  struct Rate: Hashable {
    let model: GlobalID
    let longest: Period?
  }

  /// The countries that somebody named, and the place in which others are looked for.
  struct Named: Hashable {
    let countries: Set<String>
    let place: String
  }

  /// For whom countries were looked up, and where.
  struct Countries: Hashable {
    let subject: GlobalID
    let place: String
  }
}
