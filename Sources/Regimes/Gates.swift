import Lineage
import Measures
package import Records

extension Judge {
  /// The gate of `action` for `subject` in `place` under `packs`: the worst that any of them says. Packs that
  /// do not bind are left out unless `evenIfNotBinding`.
  package func gate(
    _ subject: GlobalID, _ action: Action, in place: String, _ packs: [RegimePack],
    evenIfNotBinding: Bool = false
  ) -> GateState {
    var reasons: [GateState.Reason] = []
    var isGoverned = false
    var state = GateCondition.open
    let subjects = asked(subject, action)
    if subjects.isEmpty { state = .undetermined }
    for (asked, startsNow) in subjects {
      let countries = countries(for: action, subject, in: place)
      for (country, isUnnamed) in countries {
        let question = Question(
          action: action, country: country, startsNow: startsNow, isUnnamed: isUnnamed)
        for pack in packs {
          for standing in standings(pack, asked, question)
          where standing.binding.isPossible || evenIfNotBinding {
            var question = question
            // Where no country of the pack's own place is named, each is meant.
            question.isOfAll =
              isUnnamed
              && !countries.contains {
                !$0.isUnnamed && places.overlap(standing.area, $0.country ?? place, at: asOf)
              }
            let scope = Scope(pack: pack, standing: standing, subject: asked, question: question)
            let (found, governs) = closures(scope, action)
            reasons += found
            isGoverned = isGoverned || governs
          }
        }
      }
    }
    state = reasons.map(\.state).max().map { max($0, state) } ?? state
    // One reason an article is enough: the worst one, then the first country.
    var kept: [String: GateState.Reason] = [:]
    var order: [String] = []
    for reason in reasons {
      let key = "\(reason.regime):\(reason.article)"
      if kept[key] == nil { order.append(key) }
      if let other = kept[key], other.state >= reason.state { continue }
      kept[key] = reason
    }
    var gate = GateState(
      action: action, place: place, state: state, because: order.compactMap { kept[$0] },
      isGoverned: isGoverned)
    if state == .undetermined { gate.undecided = reasons.filter { $0.state == .undetermined } }
    guard state == .open else { return gate }
    // What only a correction opens stays as it was until somebody else signs the correction.
    return judgesBefore(subject).lazy.compactMap { corrections, judge -> GateState? in
      guard let judge else { return gate.withheld(by: corrections) }
      let before = judge.gate(subject, action, in: place, packs, evenIfNotBinding: evenIfNotBinding)
      return before.state == .open ? nil : before.withheld(by: corrections)
    }.first ?? gate
  }

  /// What the action is asked of: of a model, training is asked of its runs planned or running, or of its
  /// done ones as if they started now. What produced it counts as its run if nothing of a training kind did.
  func asked(_ subject: GlobalID, _ action: Action) -> [(GlobalID, startsNow: Bool)] {
    guard action.subject == .run, subject.kind == "artifact" else {
      if action.isAskedPerCountry, let model = model(of: subject) { return [(model, false)] }
      // An article on models that closes training is asked of what the run produces.
      let products = action.subject == .run ? products(of: subject) : []
      return [(subject, false)] + products.map { ($0, false) }
    }
    let producers = graph.sources(of: subject).map { graph.activities[$0] }
    let trained = producers.filter { Kinds.trainingKinds.contains($0.kind) || $0.kind == "unknown" }
    let runs = trained.isEmpty ? producers : trained
    let open = runs.filter { $0.state != .done }
    // Beside runs that are not done, one whose dates are not shown may not be done either.
    let asked = open.isEmpty ? runs : open + runs.filter { $0.state == .done && $0.isUnknown && $0.to == nil }
    let names = asked.flatMap { self.names(of: $0, producing: subject) }
    return [(subject, open.isEmpty)] + names.map { ($0, open.isEmpty) }
  }

  /// The countries to ask in: of a place its countries, each that any fact names and one that none does.
  func countries(
    for action: Action, _ subject: GlobalID, in place: String
  ) -> [(country: String?, isUnnamed: Bool)] {
    guard action.isAskedPerCountry else { return [(nil, false)] }
    // Most models are available where others are.
    let available = model(of: subject).map { deployments(of: $0) } ?? []
    let asked = Known.Named(
      countries: Set(available.flatMap { $0.words("available-in") }), place: place)
    if let known = known.countries[asked] { return known }
    let made = countries(named: asked.countries, in: place)
    known.countries[asked] = made
    return made
  }

  /// The questions whether a model may be deployed to others in a place: one for each country to ask in.
  package func deployments(of model: GlobalID, in place: String) -> [Question] {
    countries(for: .deployExternal, model, in: place).map {
      Question(
        action: .deployExternal, country: $0.country, isUnnamed: $0.isUnnamed, isOnMarket: true)
    }
  }

  private func countries(
    named available: Set<String>, in place: String
  ) -> [(country: String?, isUnnamed: Bool)] {
    if place != GateState.everywhere, isInCountry(place) { return [(place, false)] }
    let inside = place == GateState.everywhere ? Places.world : place
    let named = namedCountries.union(available)
    let known = named.filter { isInCountry($0) && places.contains(inside, $0, at: asOf) }
    // Each union and each pack's place also needs one country that nobody named.
    var areas = Set(library.packs.map(\.jurisdiction) + [inside]).filter {
      places.overlap(inside, $0, at: asOf)
    }
    areas.insert(inside)
    // A country, an invented one too, or a part of one stands for itself.
    let alone = areas.filter { isInCountry($0) && !known.contains($0) }
    let others = areas.subtracting(alone).compactMap { area -> String? in
      guard !isInCountry(area) else { return nil }
      return places.allCountries.first {
        !named.contains($0) && !alone.contains($0) && places.contains(area, $0, at: asOf)
          && places.contains(inside, $0, at: asOf)
      }
    }
    return (known.union(alone).map { ($0, false) } + Set(others).map { ($0, true) }).sorted { $0.0 < $1.0 }
  }

  private func isInCountry(_ place: String) -> Bool { places.isCountry(String(place.prefix { $0 != "-" })) }

  /// Where parties hold roles and where authorities adopted something.
  func countriesNamedByFacts() -> Set<String> {
    var named: Set<String> = []
    for record in facts.records(of: "party") {
      for entry in record["roles"]?.elements ?? [] {
        named.formUnion((entry["where"]?.elements ?? []).compactMap(\.text))
      }
    }
    for adoption in facts.records(of: "adoption") { named.formUnion(adoption.words("where")) }
    for country in facts.records(of: "country") { named.formUnion(country.words("code")) }
    return named
  }

  /// The articles of a scope's pack that close the action there, and whether any governs it.
  private func closures(_ scope: Scope, _ action: Action) -> ([GateState.Reason], governs: Bool) {
    var reasons: [GateState.Reason] = []
    var governs = false
    for article in scope.pack.articles(closing: action)
    // Whoever asks whether it may train, or act, says that it is a run, or an agent.
    where article.appliesTo.recordKind == scope.subject.kind {
      if let country = scope.question?.country, !places.overlap(scope.standing.area, country, at: asOf) {
        continue
      }
      governs = true
      let closing = closing(article, article.effects.closes?.unless, scope)
      guard closing.why.verdict.isPossible, closing.unless?.verdict != .holds else { continue }
      reasons.append(
        GateState.Reason(
          regime: scope.pack.id, article: article.id, says: article.says,
          state: closing.why.verdict == .holds ? .closed : .undetermined,
          country: scope.question?.isUnnamed == true ? nil : scope.question?.country, why: closing.why,
          unless: closing.unless, citation: article.citation))
    }
    return (reasons, governs)
  }
}
