package import Lineage
import Measures
package import Records

/// Whether one text is at least as strict as another: whatever the facts, it leaves no gate open that the other does not, and
/// asks for each duty of the other no later. Both are taken to bind the same company in the same place.
package struct PackComparison {
  /// What was found of something that the other text does.
  package enum Finding {
    /// Shown: whatever the facts, that article does it too.
    case covered(by: Article)
    /// Facts under which only the other text does it.
    case counterExample(CounterExample)
    /// Neither was found.
    case notShown
  }

  /// Facts under which the other text closes a gate or asks for a duty, and this one does not.
  package struct CounterExample {
    package let records: SketchRecords
    /// Of what it is asked.
    package let subject: GlobalID
    /// The place.
    package let place: String
  }

  /// Something that the other text does, and what was found of it.
  package struct Item {
    package let article: Article
    /// The gate, if it closes one.
    package let action: Action?
    /// The duty, if it makes one.
    package let duty: Duty?
    package let finding: Finding
  }

  /// The text that is asked about, and the one with which it is compared.
  package let (strict, other): (RegimePack, RegimePack)
  package let items: [Item]

  /// Whether it is shown of everything; of a text that closes nothing and asks for nothing it is.
  package var isShown: Bool {
    items.allSatisfy { if case .covered = $0.finding { true } else { false } }
  }

  /// The facts that show best that it is not, and no more of them than are needed: a gate before a duty.
  package let counterExample: (Item, CounterExample)?

  /// Compares two packs of a library.
  package init(
    _ strict: RegimePack, with other: RegimePack, library: RegimeLibrary, places: Places, estimator: Estimator
  ) {
    (self.strict, self.other) = (strict, other)
    let search = CounterExamples(strict, other, library: library, places: places, estimator: estimator)
    let implication = Implication(library: library)
    func isCovered(_ article: Article, _ own: Article, _ mine: Condition?, _ theirs: Condition?) -> Bool {
      guard own.appliesTo == article.appliesTo, own.inForce == nil || own.inForce == article.inForce,
        strict.articles(exempting: own.id).isEmpty
      else { return false }
      let given = Implication.Asked(condition: article.when ?? .all([]), pack: other)
      guard own.when.map({ implication.holds(given, .init(condition: $0, pack: strict)) }) ?? true else {
        return false
      }
      // What lifts it lifts the other too.
      guard let mine else { return true }
      return theirs.map {
        implication.holds(.init(condition: mine, pack: strict), .init(condition: $0, pack: other))
      } ?? false
    }
    let items = other.articles.flatMap { article -> [Item] in
      let closes = article.effects.closes
      let gates = (closes?.actions ?? []).map { action -> Item in
        let own = strict.articles.first { own in
          own.effects.closes?.actions.contains(action) == true
            && (own.effects.closes?.isPerCountry == closes?.isPerCountry || closes?.unless == nil)
            && isCovered(article, own, own.effects.closes?.unless, closes?.unless)
        }
        let finding =
          own.map(Finding.covered) ?? search.gate(action, article).map(Finding.counterExample) ?? .notShown
        return Item(article: article, action: action, duty: nil, finding: finding)
      }
      let duties = article.effects.obliges.map { duty -> Item in
        let own = strict.articles.first { own in
          own.effects.obliges.contains { mine in
            search.isAsMuch(mine, as: duty) && isCovered(article, own, mine.unless, duty.unless)
          }
        }
        let finding =
          own.map(Finding.covered) ?? search.duty(duty, article).map(Finding.counterExample) ?? .notShown
        return Item(article: article, action: nil, duty: duty, finding: finding)
      }
      return gates + duties
    }
    self.items = items
    counterExample =
      (items.filter { $0.action != nil } + items).lazy.compactMap { item in
        if case .counterExample(let example) = item.finding {
          (item, search.least(example, item))
        } else {
          nil
        }
      }.first
  }
}

/// Looks for facts under which one text does what the other does not, and tries each by judging it.
final class CounterExamples {
  let (strict, other): (RegimePack, RegimePack)
  let library: RegimeLibrary
  let places: Places
  let estimator: Estimator
  private let day: CivilDate
  private let place: String
  /// The worlds of an article, each with what both texts ask for in it.
  private var known: [String: [World]] = [:]

  private struct World {
    let records: SketchRecords
    let subject: GlobalID
    let judge: Judge
    let theirs: [Obligation]
    let own: [Obligation]
  }

  init(
    _ strict: RegimePack, _ other: RegimePack, library: RegimeLibrary, places: Places, estimator: Estimator
  ) {
    (self.strict, self.other, self.library, self.places, self.estimator) = (
      strict, other, library, places, estimator
    )
    // After every day that either names, so that both apply in full.
    let days = [strict, other].flatMap { pack in
      [pack.from].compactMap { $0 }
        + pack.parameters.values.compactMap { parameter in
          if case .moment(let moment) = parameter.content { moment } else { nil }
        }
    }
    let last = days.map(\.last.date).max() ?? CivilDate(daysSinceEpoch: 20_780)
    day = max(last, CivilDate(daysSinceEpoch: 20_780)).after(400)
    place = Self.country(other, places) ?? Self.country(strict, places) ?? "FR"
  }

  /// A country of the text's own place.
  private static func country(_ pack: RegimePack, _ places: Places) -> String? {
    if pack.jurisdiction == Places.world { return nil }
    return pack.jurisdiction == "EU" ? "FR" : pack.jurisdiction
  }

  private func things(_ kind: SubjectKind) -> Sketch.Thing? {
    switch kind {
    case .model: .model
    case .run: .run
    case .deployment: .deployment
    case .cluster: .cluster
    case .party: .maker
    case .agent: .agent
    case .incident: .incident
    case .document: .document
    }
  }

  /// The worlds in which an article applies.
  private func worlds(_ article: Article) -> [World] {
    if let found = known[article.id] { return found }
    guard let thing = things(article.appliesTo) else { return [] }
    let wishes = SketchWishes(library: library, places: places, at: Moment.day(day).last)
    let made = wishes.sketches(
      article.when, true, .init(pack: other, thing: thing), from: Sketch(place: place, day: day)
    ).compactMap { sketch -> World? in
      guard let records = SketchRecords(sketch, adopting: [strict, other], of: thing),
        let judge = judge(records)
      else { return nil }
      return World(
        records: records, subject: thing.id, judge: judge,
        theirs: judge.determine(thing.id, other).obligations,
        own: judge.determine(thing.id, strict).obligations)
    }
    known[article.id] = made
    return made
  }

  private func judge(_ records: SketchRecords) -> Judge? {
    let reading = RecordReader.reading(records.trees, places: places, known: [GlobalID]())
    guard reading.problems.isEmpty else { return nil }
    let facts = Tables(reading.dossier.records).facts(asOf: Moment.day(day).last)
    guard let graph = try? ComputeGraph(facts, estimator: estimator, places: places) else { return nil }
    return Judge(
      facts: facts, graph: graph, library: library, places: places, estimator: estimator, detail: .verdicts)
  }

  /// Whether under these facts only the other text closes the gate by that article, and closes it.
  private func isOpenOnly(_ action: Action, _ article: Article, _ subject: GlobalID, _ judge: Judge) -> Bool {
    judge.gate(subject, action, in: place, [other]).because.contains {
      $0.article == article.id && $0.state == .closed
    } && judge.gate(subject, action, in: place, [strict], evenIfNotBinding: true).state == .open
  }

  /// Whether only the other text asks for that duty, and asks for it.
  private func isOwedOnly(
    _ duty: Duty, _ article: Article, _ theirs: [Obligation], _ own: [Obligation]
  ) -> Bool {
    theirs.contains { $0.article == article.id && $0.duty == duty && $0.state == .owed }
      && !own.contains { [.owed, .possible].contains($0.state) && isAsMuch($0.duty, as: duty) }
  }

  /// The same without the records and fields that show nothing.
  func least(_ example: PackComparison.CounterExample, _ item: PackComparison.Item)
    -> PackComparison.CounterExample
  {
    func shows(_ records: SketchRecords) -> Bool {
      guard let judge = judge(records) else { return false }
      if let action = item.action { return isOpenOnly(action, item.article, example.subject, judge) }
      return item.duty.map { duty in
        isOwedOnly(
          duty, item.article, judge.determine(example.subject, other).obligations,
          judge.determine(example.subject, strict).obligations)
      } ?? false
    }
    var least = example.records
    for smaller in example.records.parts where shows(least.without(smaller)) {
      least = least.without(smaller)
    }
    return .init(records: least, subject: example.subject, place: example.place)
  }

  /// Facts under which the other text keeps the gate from being open by that article, and this one leaves it open.
  func gate(_ action: Action, _ article: Article) -> PackComparison.CounterExample? {
    for world in worlds(article) {
      // Training is asked of a model: of what produced it.
      let subject = world.subject == Sketch.Thing.run.id ? Sketch.Thing.model.id : world.subject
      guard isOpenOnly(action, article, subject, world.judge) else { continue }
      return .init(records: world.records, subject: subject, place: place)
    }
    return nil
  }

  /// Facts under which the other text asks for a duty by that article, and this one asks for none that is as much.
  func duty(_ duty: Duty, _ article: Article) -> PackComparison.CounterExample? {
    for world in worlds(article) where isOwedOnly(duty, article, world.theirs, world.own) {
      return .init(records: world.records, subject: world.subject, place: place)
    }
    return nil
  }

  /// Whether a duty asks for as much as another of the other text: the same to be filed, at least as much in it, to the same, no
  /// later.
  func isAsMuch(_ own: Duty, as duty: Duty) -> Bool {
    let (mine, theirs) = (RuleCode(pack: strict), RuleCode(pack: other))
    guard mine.code(.filing(own.fulfilledBy)) == theirs.code(.filing(duty.fulfilledBy)), own.by == duty.by,
      Set(duty.to).isSubset(of: own.to), own.extension == nil || duty.extension != nil,
      Set(duty.content.map(\.what)).isSubset(of: own.content.map(\.what))
    else { return false }
    return isNoLater(own.due, than: duty.due)
      || mine.code(.due(own.due)) == theirs.code(.due(duty.due))
  }

  /// Whether one clock is the other with a shorter period.
  private func isNoLater(_ own: JSON, than due: JSON) -> Bool {
    guard case .object(let mine) = own, case .object(let theirs) = due, mine.keys == theirs.keys else {
      return false
    }
    for key in ["within", "every"] {
      guard case .string(let first)? = mine[key], case .string(let second)? = theirs[key],
        case .period(let short)? = strict.parameters[String(first.dropFirst())]?.content,
        case .period(let long)? = other.parameters[String(second.dropFirst())]?.content,
        strict.parameters[String(first.dropFirst())]?.mayChange == nil, short.isNoLonger(than: long)
      else { continue }
      return mine.filter { $0.key != key } == theirs.filter { $0.key != key }
    }
    return false
  }
}
