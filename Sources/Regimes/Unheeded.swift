import Lineage
package import Measures
package import Records

// Acts that have no effect, for want of an office or of a ground: who wrote one is told so.

extension Judge {
  /// A finding for each act that is what an article asks for but for its issuer, who holds that role nowhere or answers for
  /// the subject, or for its ground. One of an authority of another place has its effect there.
  func unheeded(_ explanations: [Explanation], _ scope: Scope) -> [Finding] {
    guard scope.pack.asksOfActs.contains(where: { !facts.records(of: $0.kind).isEmpty }) else { return [] }
    var acts = ActsSeen()
    for explanation in explanations { acts.look(at: explanation) }
    return acts.failing.keys.sorted().filter { !acts.heeded.contains($0) }.compactMap { name -> Finding? in
      let reasons = acts.failing[name] ?? []
      let issuers = reasons.filter { !$0.code.hasPrefix(ActsSeen.ground) }
      guard !issuers.isEmpty else {
        return Finding(
          "ground-gone", Phrase.actWithoutGround.with(.code(name), .list(reasons.map(\.clause))),
          about: [name])
      }
      guard holdsNoOffice(name, scope) else { return nil }
      return Finding(
        "without-role", Phrase.actWithoutRole.with(.code(name), .list(issuers.map(\.clause))), about: [name])
    } + unheededDecisions(scope)
  }

  /// Whether the issuer of an act holds none of the roles that are asked for, wherever, or issues it about its own.
  private func holdsNoOffice(_ act: String, _ scope: Scope) -> Bool {
    guard let record = GlobalID(full: act).flatMap({ facts[$0] }), record.issuer != scope.subject.namespace
    else {
      return true
    }
    let tests = scope.pack.asksOfActs.filter { $0.kind == record.kind }.flatMap(\.issuers)
    let party = GlobalID(record.issuer, "party", record.issuer)
    // Whoever holds a relation to something else holds none to this.
    return !tests.contains { !$0.isRelation && facts.holds($0, party, whenSaying: record) }
  }

  /// The same of decisions on parameters; what one party sets for itself is not meant for others.
  private func unheededDecisions(_ scope: Scope) -> [Finding] {
    let decided = scope.pack.parameters.values.filter {
      $0.mayChange?.by != "adoption" && $0.mayChange?.issuer != nil
    }
    return decided.sorted { $0.name < $1.name }.flatMap { parameter -> [Finding] in
      guard let change = parameter.mayChange, let issuer = change.issuer, !change.isForParty else {
        return []
      }
      return decisions(on: parameter, change, scope).filter { !$0.isWithheld }.compactMap { record in
        let why = issues(issuer, record, scope, frees: true)
        guard why.verdict == .fails else { return nil }
        let name = record.id.full
        return Finding(
          "without-role", Phrase.actWithoutRole.with(.code(name), .list([why.clause])), about: [name])
      }
    }
  }
}

/// The acts in some explanations.
private struct ActsSeen {
  static let (ground, issuer) = ("rests-on ", "issuer ")
  private var seen: Set<ObjectIdentifier> = []
  /// Those that may have an effect somewhere.
  private(set) var heeded: Set<String> = []
  /// What alone keeps each of the others from having one.
  private(set) var failing: [String: [Explanation]] = [:]

  mutating func look(at explanation: Explanation) {
    guard seen.insert(explanation.identity).inserted else { return }
    if explanation.code.hasPrefix("act ") {
      let name = String(explanation.code.dropFirst(4))
      if explanation.verdict.isPossible { heeded.insert(name) }
      let reasons = explanation.parts.filter { $0.verdict == .fails }
      // One of several issuers stands under `any`.
      let isForThese = reasons.allSatisfy {
        $0.code.hasPrefix(Self.issuer) || $0.code == "any" || $0.code.hasPrefix(Self.ground)
      }
      if !reasons.isEmpty, isForThese {
        failing[name] = reasons.flatMap { $0.code == "any" ? $0.parts : [$0] }
      }
    }
    for part in explanation.parts { look(at: part) }
  }
}

extension Judge {
  /// Acts that no pack heeds: their issuer held none of the roles asked for when it spoke, or is not the developer of what
  /// they are about, or what they rest on no longer stands.
  package func unheeded(under packs: [RegimePack]) -> [(act: Record, rule: Message, remedy: Message)] {
    var asked: [String: [IssuerTest]] = [:]
    var (open, bound): (Set<String>, Set<String>) = ([], [])
    for pack in packs {
      for item in pack.asksOfActs {
        asked[item.kind, default: []] += item.issuers
        if item.issuers.isEmpty { open.insert(item.kind) }
        if !item.frees { bound.insert(item.kind) }
      }
    }
    return asked.keys.sorted().flatMap { kind in
      facts.records(of: kind).filter { !$0.isWithheld }.sorted { $0.id < $1.id }.compactMap { record in
        let tests = asked[kind] ?? []
        let isAsked = !open.contains(kind) && !tests.isEmpty
        let party = GlobalID(record.issuer, "party", record.issuer)
        // What another act rests on is there for that one.
        let isGround = facts.records(mentioning: record.id).contains {
          $0.references("rests-on").contains(record.id)
        }
        if isAsked, !isGround, tests.allSatisfy({ cannotBe($0, party, of: record) }) {
          let about = record.references("about")
          var words: [Message] = []
          for test in tests.map({ $0.words(of: about.first) }) where !words.contains(test) {
            words.append(test)
          }
          let developers = Set(about.compactMap(developer(of:))).sorted().map(\.description)
          return (
            record, Phrase.issuerWithoutRole.with(.code(party.description), .list(words)),
            tests.contains(where: \.isRelation)
              ? Phrase.haveItSaidBy.with(.code(developers.joined(separator: ", ")))
              : Phrase.recordRole.with(.code(party.description))
          )
        }
        let gone = record.references("rests-on").filter {
          facts[$0].map { !facts.stillRests($0, &known.grounds) } ?? true
        }
        guard let ground = gone.first, !bound.contains(kind) else { return nil }
        return (record, Phrase.restsOnNothing.with(.code(ground.description)), Phrase.renewGround.message)
      }
    }
  }
}

extension Judge {
  /// Whether a party surely is not what is asked of whoever issues a record: it held no such office, or others developed
  /// all that the record is about.
  private func cannotBe(_ test: IssuerTest, _ party: GlobalID, of record: Record) -> Bool {
    guard test.isRelation else {
      return facts[party].map { !$0.isWithheld && !facts.holds(test, party, whenSaying: record) } ?? false
    }
    let about = record.references("about")
    return test.role == "developer" && !about.isEmpty
      && about.allSatisfy { id in
        ["artifact", "activity"].contains(id.kind) && facts[id] != nil
          && developer(of: id).map { graph.identity.areSame($0, party) } == .fails
      }
  }
}

/// A kind of act that a pack looks at.
struct ActAsked {
  let kind: String
  /// Who may issue it; empty: anybody.
  let issuers: [IssuerTest]
  /// Whether it frees, and so must rest on what stands.
  let frees: Bool

  /// Those of some conditions, and of what may change parameters.
  static func all(in conditions: [Condition], _ parameters: [String: Parameter]) -> [ActAsked] {
    conditions.flatMap(\.leaves).flatMap { leaf -> [ActAsked] in
      switch leaf {
      case .attested(let test):
        [ActAsked(kind: test.kind, issuers: test.issuers, frees: true)]
          // Of a ground from anybody nothing is asked.
          + test.restsOn.filter { !$0.issuers.isEmpty }.map {
            ActAsked(kind: $0.kind, issuers: $0.issuers, frees: true)
          }
      case .ordered(let test, _, _): [ActAsked(kind: test.kind, issuers: test.issuers, frees: false)]
      default: []
      }
    }
      + parameters.values.compactMap(\.mayChange).filter { $0.by != "adoption" }.map {
        ActAsked(kind: $0.by, issuers: [$0.issuer].compactMap { $0 }, frees: true)
      }
  }
}

extension IssuerTest {
  /// The role, and who accredits for it.
  var words: Message {
    let role = Phrase.listed.with(.word(role))
    return accreditedBy.map { Phrase.accredited.with(.message(role), .word($0)) } ?? role
  }

  /// Whether the role is a relation to the subject.
  var isRelation: Bool { Self.relations.contains(role) }

  /// The same where the role may be a relation to a thing: of which.
  func words(of thing: GlobalID?) -> Message {
    guard isRelation, let thing, ["artifact", "activity", "cluster"].contains(thing.kind) else {
      return words
    }
    return Phrase.possessive.with(.word(role), .code(thing.description))
  }
}
