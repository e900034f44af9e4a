import Lineage
import Measures
import Records

extension Judge {
  /// How `pack` stands towards `subject`: one standing for each way in which it binds; if there is none, one
  /// that says why not.
  func standings(_ pack: RegimePack, _ subject: GlobalID, _ question: Question? = nil) -> [Standing] {
    let scope = Scope(pack: pack, standing: .assumed(pack), subject: subject, question: question)
    return once(bindings, scope.matter(.standing), question) { standings(scope) }
  }

  private func standings(_ scope: Scope) -> [Standing] {
    let (pack, subject) = (scope.pack, scope.subject)
    if pack.status == .guidance, let id = pack.interprets, let law = library.pack(id, meantBy: pack, at: asOf)
    {
      return standings(law, subject, scope.question).map { standing in
        Standing(
          binding: isInForce(pack) ? standing.binding : .fails, area: standing.area,
          activation: standing.activation,
          adoption: standing.adoption, because: standing.because)
      }
    }
    var result: [Standing] = []
    if pack.bindsOfItself {
      if isInForce(pack) {
        let nexus = nexus(scope)
        result.append(
          Standing(
            binding: nexus.verdict, area: pack.jurisdiction, activation: pack.from, adoption: nil,
            because: nexus))
      } else {
        let ended = pack.to.flatMap { $0.last < asOf ? Phrase.regimeEnded.with(.date($0)) : nil }
        let date = pack.from.map { Message.Argument.date($0) } ?? .code("?")
        result.append(
          Standing(
            binding: .fails, area: pack.jurisdiction, activation: pack.from, adoption: nil,
            because: explain(.fails, ended ?? Phrase.regimeNotInForce.with(date), code: "not in force")))
      }
    }
    var asked: [Adoption: Set<String?>] = [:]
    for adoption in facts.records(of: "adoption") where pack.isNamed(by: adoption) {
      // An adoption for several places is one for each, and what was adopted so already binds no more.
      let said = Adoption(adoption)
      var known = asked.removeValue(forKey: said) ?? []
      let places: [String?] = adoption.words("where")
      for place in places.isEmpty ? [nil] : places where known.insert(place).inserted {
        result.append(standing(adoption, for: place, scope))
      }
      asked[said] = known
    }
    let binding = result.filter { $0.binding.isPossible }
    // Of adoptions that bind in the same way one is enough.
    var ways: Set<Standing.Way> = []
    if !binding.isEmpty { return binding.filter { ways.insert($0.way).inserted } }
    return [result.first ?? .assumed(pack)]
  }

  private func isInForce(_ pack: RegimePack) -> Bool {
    return pack.isInForce(at: asOf)
  }

  /// The nexus, asked of the subject or of what it belongs to.
  private func nexus(_ scope: Scope) -> Explanation {
    let (pack, subject) = (scope.pack, scope.subject)
    guard let nexus = pack.nexus else { return explain(.holds, Phrase.noNexus.message, code: "no nexus") }
    let asked = holders(subject, nexus.appliesTo)
    guard !asked.isEmpty else {
      return explain(
        .cannotBeExcluded, Phrase.nexusUnknown.message, code: "nexus", citation: nexus.citation)
    }
    let parts = asked.map { id in
      evaluate(
        nexus.when,
        Scope(
          pack: pack, standing: scope.standing, subject: id, question: id == subject ? scope.question : nil))
    }
    var clause: Message {
      parts.count == 1 && !nexus.when.isOfSeveral ? parts[0].clause : Phrase.nexus.message
    }
    return explain(.any, parts, clause, code: "nexus", citation: nexus.citation)
  }

  /// The subject as what the nexus asks of, or what it belongs to.
  private func holders(_ subject: GlobalID, _ kind: SubjectKind) -> [GlobalID] {
    if isAsked(kind, of: subject) { return [subject] }
    switch (subject.kind, kind) {
    case ("activity", .model): return facts[subject]?.references("produces") ?? []
    case ("deployment", .model): return facts[subject]?.references("model") ?? []
    case ("incident", .model): return facts[subject]?.references("models") ?? []
    case ("party", .model): return models(of: subject)
    case ("artifact", .party), ("activity", .party), ("cluster", .party), ("deployment", .party),
      ("document", .party),
      ("incident", .party):
      return responsible(subject).map { [$0] } ?? []
    default: return []
    }
  }

  /// How an adoption binds the subject: a party binds itself, everywhere; an authority binds its jurisdiction.
  private func standing(
    _ adoption: Record, for place: String?, _ scope: Scope
  ) -> Standing {
    let (pack, subject) = (scope.pack, scope.subject)
    let adopter = Adoption(adoption).adopter
    let activation = adoption["activation"]?.moment
    let fact = use(adoption, value: adoption["regime"]?.text ?? "")
    func made(_ verdict: Verdict, _ area: String, _ clause: Message) -> Standing {
      Standing(
        binding: verdict, area: area, activation: activation, adoption: adoption,
        because: explain(verdict, clause, code: "adoption", facts: [fact]))
    }
    if let activation, activation.first > asOf {
      return made(.fails, pack.jurisdiction, Phrase.adoptedFrom.with(.date(activation)))
    }
    // Only a party itself, or an authority for its own jurisdiction, may adopt.
    let isOwn = graph.identity.areSame(adopter, GlobalID(adoption.issuer, "party", adoption.issuer))
    guard isOwn.isPossible else {
      return made(.fails, pack.jurisdiction, Phrase.adoptedForAnother.message)
    }
    guard let place else {
      return made(
        .all([isOwn, belongs(subject, to: adopter)]), Places.world,
        Phrase.adoptedByParty.with(.code(adopter.description)))
    }
    // A law outlives the office of whoever made it.
    let madeAt = (adoption.stated ?? adoption.validFrom ?? activation)?.first
    let authority = Verdict.all([isOwn, hadAuthority(adopter, in: place, at: madeAt)])
    guard authority.isPossible else {
      return made(
        .fails, place, Phrase.adoptedWithoutAuthority.with(.code(adopter.description), .word(place)))
    }
    var clause: Message { Phrase.adoptedByAuthority.with(.code(adopter.description), .word(place)) }
    if let country = question(of: scope)?.country {
      return made(.all([authority, Verdict(places.overlap(place, country, at: asOf))]), place, clause)
    }
    return made(.all([authority, presence(of: subject, in: place)]), place, clause)
  }

  /// Whether a party had public authority over `place` when it adopted, or has it now. Without a day, it may have been at
  /// any time.
  private func hadAuthority(_ party: GlobalID, in place: String, at instant: Instant?) -> Verdict {
    let now = holdsAuthority(party, in: place)
    if let instant { return .any([now, holdsAuthority(party, in: place) { isHeld($0, at: instant) }]) }
    return .any([now, .all([.cannotBeExcluded, holdsAuthority(party, in: place) { _ in true }])])
  }

  /// Whether a party has public authority over `place`. What it is cannot be excluded while that is not known.
  func holdsAuthority(_ party: GlobalID, in place: String) -> Verdict {
    holdsAuthority(party, in: place) { isHeld($0, at: asOf) }
  }

  private func holdsAuthority(_ party: GlobalID, in place: String, _ isHeld: (Value) -> Bool) -> Verdict {
    guard let record = facts[party], !record.isWithheld else { return .cannotBeExcluded }
    let held = (record["roles"]?.elements ?? []).filter { entry in
      Authority.roles.contains(entry["role"]?.text ?? "") && isHeld(entry)
    }
    return .any(
      held.map { entry in
        entry["where"].map { stated in
          Verdict(stated.elements.contains { places.contains($0.text ?? "", place, at: asOf) })
        } ?? .cannotBeExcluded
      })
  }

  /// Whether the subject is `party`'s: its developer, operator, custodian, or the party itself.
  private func belongs(_ subject: GlobalID, to party: GlobalID) -> Verdict {
    if subject.kind == "party" { return graph.identity.areSame(subject, party) }
    // What nobody is known to answer for may be anybody's.
    return responsible(subject).map { graph.identity.areSame($0, party) } ?? .cannotBeExcluded
  }

  /// Whether the subject has to do with `place`: its maker's seat and business, its clusters, its market.
  private func presence(of subject: GlobalID, in place: String) -> Verdict {
    var verdicts: [Verdict] = []
    func ask(_ id: GlobalID?, _ key: String) {
      guard let id else {
        verdicts.append(.cannotBeExcluded)
        return
      }
      let stated = attribute(key, of: id, nil)
      verdicts.append(
        .any(
          stated.values.map { Verdict(places.overlap(place, $0.value, at: asOf)) } + [
            stated.isWhole ? .fails : .cannotBeExcluded
          ]))
    }
    switch subject.kind {
    case "cluster": ask(subject, "country")
    case "party":
      ask(subject, "seat")
      ask(subject, "operates-in")
    default:
      let party = responsible(subject)
      ask(party, "seat")
      ask(party, "operates-in")
      let model = subject.kind == "artifact" ? subject : holders(subject, .model).first
      if let model { ask(model, "placed-on-market-in") }
    }
    return .any(verdicts)
  }
}

/// What an adoption says, wherever it is for: those that say the same bind in the same way.
private struct Adoption: Hashable {
  let adopter: GlobalID
  let issuer: String
  let activation: Moment?
  let parameters: Value?
  let isWithheld: Bool

  init(_ record: Record) {
    adopter = record["by"]?.reference ?? GlobalID(record.issuer, "party", record.issuer)
    issuer = record.issuer
    activation = record["activation"]?.moment
    parameters = record["parameters"]
    isWithheld = record.isWithheld
  }
}
