package import Measures
package import Records

/// What is asked at a gate: an action, in a place. It may suppose a deployment that nobody declared.
package struct Question: Hashable, Sendable {
  package let action: Action
  /// The country; `nil`: asked without a place.
  package let country: String?
  /// Whether a run that is done is looked at as if it started at the as-of date.
  package var startsNow = false
  /// Whether the country stands for every one that no fact names.
  package var isUnnamed = false
  /// Whether no country of the pack's place is asked that a fact names.
  package var isOfAll = false
  /// Whether the deployment is for others, as a plan has it: the model is then on the market there.
  package var isOnMarket = false

  /// What an answer depends on: deploying inside, outside and using are one question of a place.
  struct Place: Hashable {
    let country: String?
    let isOfDeployment: Bool
    let startsNow: Bool
    let isUnnamed: Bool
    let isOfAll: Bool
    let isOnMarket: Bool
  }

  var place: Place {
    Place(
      country: country, isOfDeployment: action.isAskedPerCountry, startsNow: startsNow, isUnnamed: isUnnamed,
      isOfAll: isOfAll, isOnMarket: isOnMarket)
  }
}

/// What a name in a pack stands for.
enum Thing: Hashable {
  /// A record.
  case record(GlobalID)
  /// A deployment that a question supposes.
  case supposedDeployment
  /// A country.
  case country(String)
  /// Nothing that is known.
  case unknown
}

/// Where a condition is evaluated: a pack, how it binds, a subject, the names in reach.
struct Scope {
  let pack: RegimePack
  let standing: Standing
  let subject: GlobalID
  /// Read through `Judge.question(of:)`, except to pass it on.
  let question: Question?
  var names: [String: Thing] = [:]

  init(pack: RegimePack, standing: Standing, subject: GlobalID, question: Question? = nil) {
    self.pack = pack
    self.standing = standing
    self.subject = subject
    self.question = question
  }

  /// A rule of the pack for the subject.
  func matter(_ rule: Matter.Rule) -> Matter { Matter(pack, rule, subject, standing) }

  /// The same scope with one more name.
  func naming(_ name: String?, _ thing: Thing) -> Scope {
    guard let name else { return self }
    var copy = self
    copy.names[name] = thing
    return copy
  }
}

/// How a pack stands towards a subject: whether it binds, where, since when, with which parameters set.
package struct Standing: Hashable, Sendable {
  /// Whether it binds.
  package let binding: Verdict
  /// Where its gates stand.
  package let area: String
  /// The date of the adoption, if it binds by one.
  package let activation: Moment?
  /// The adoption.
  package let adoption: Record?
  /// Why.
  package let because: Explanation

  /// How it binds, whoever's adoption that is.
  struct Way: Hashable {
    let binding: Verdict
    let area: String
    let activation: Moment?
    let isAdopted: Bool
    let isWithheld: Bool
    let parameters: Value?
  }

  var way: Way {
    Way(
      binding: binding, area: area, activation: activation, isAdopted: adoption != nil,
      isWithheld: adoption?.isWithheld == true, parameters: adoption?["parameters"])
  }

  /// A pack that nobody adopted, looked at as if it applied.
  static func assumed(_ pack: RegimePack) -> Standing {
    Standing(
      binding: .fails, area: pack.jurisdiction, activation: pack.from, adoption: nil, because: notAdopted)
  }

  private static let notAdopted = Explanation(.fails, Phrase.notAdopted.message, code: "not adopted")
}
