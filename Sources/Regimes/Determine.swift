import Lineage
import Measures
package import Records

extension Judge {
  /// What `pack` says of `subject`; under a question also of the deployment that it supposes, without gates.
  package func determine(
    _ subject: GlobalID, _ pack: RegimePack, under question: Question? = nil
  ) -> Determination {
    let standings = standings(pack, subject, question)
    let standing = standings.first { $0.binding.isPossible } ?? standings[0]
    let isBinding = standing.binding.isPossible
    let scope = Scope(pack: pack, standing: standing, subject: subject, question: question)
    let articles = articles(of: pack, for: subject)
    let findings = articles.map { article in
      Determination.ArticleFinding(
        article: article, because: effective(article, "applies", nil, scope),
        antitoneIn: library.antitone(article, of: pack))
    }
    let gates = question == nil ? gates(subject, pack, isBinding: isBinding) : []
    let headroom = headroom(scope, articles)
    let binding = isBinding ? standings.filter(\.binding.isPossible) : [standing]
    // Every way in which the regime binds makes its duties; a duty that two of them make is one.
    var made = Dues()
    let scopes = binding.map { Scope(pack: pack, standing: $0, subject: subject, question: question) }
    for inner in scopes {
      for item in obligations(articles, inner) {
        if let known = made.obligations.firstIndex(of: item) {
          let adoptions = made.obligations[known].adoptions
          made.obligations[known].adoptions += item.adoptions.filter { !adoptions.contains($0) }
        } else {
          made.obligations.append(item)
        }
      }
      for item in permissions(articles, inner) where !made.permissions.contains(item) {
        made.permissions.append(item)
      }
      for item in retentions(articles, inner) where !made.retentions.contains(item) {
        made.retentions.append(item)
      }
    }
    let (dues, easing) = withoutEasing(subject, pack, made, under: question)
    let unsigned = Set(gates.flatMap(\.openedByCorrection)).union(easing).sorted()
    let remarks = unsigned.isEmpty ? [] : [Finding.openedByCorrection(unsigned)]
    return Determination(
      subject: subject, regime: pack.id, version: pack.version, title: pack.title, packDigest: pack.digest,
      asOf: asOf,
      knownAt: facts.knownAt, isBinding: isBinding, standing: standing.because,
      otherStandings: binding.filter { $0 != standing }.map(\.because), tier: tier(scope),
      classes: classes(scope), findings: findings, gates: gates, obligations: dues.obligations,
      permissions: dues.permissions, retentions: dues.retentions, headroom: headroom,
      remarks: remarks + self.remarks(headroom, subject, pack)
        + scopes.flatMap { declarations($0, dues) }.reduce(into: []) { found, finding in
          if !found.contains(finding) { found.append(finding) }
        } + disputes(scope)
        + unheeded(
          findings.map(\.because)
            + gates.flatMap(\.because).flatMap { [$0.why] + [$0.unless].compactMap { $0 } }, scope),
      changesAt: nextChange(scope))
  }

  /// The tier of the subject, where the pack has a scale for it.
  private func tier(_ scope: Scope) -> Determination.Tier? {
    guard let scale = scope.pack.scales.first(where: { isAsked($0.appliesTo, of: scope.subject) }) else {
      return nil
    }
    let verdicts = scale.steps.map { (name: $0.name, verdict: step($0, scale, scope).verdict) }
    guard let established = verdicts.last(where: { $0.verdict == .holds }),
      let notExcluded = verdicts.last(where: { $0.verdict.isPossible })
    else { return nil }
    return .init(established: established.name, notExcluded: notExcluded.name)
  }

  /// The classes that the pack's articles give to such a subject, its own and those of the packs it uses.
  private func classes(_ scope: Scope) -> [Determination.ClassVerdict] {
    var names: [ClassName] = []
    for article in articles(of: scope.pack, for: scope.subject) {
      if let name = article.effects.classifies?.name, !names.contains(name) { names.append(name) }
    }
    return names.map { name in
      let because = classified(scope.subject, name, scope)
      return .init(name: name, verdict: because.verdict, because: because)
    }
  }

  /// The gates that the pack's articles may close: everywhere, and in each country where the model is deployed.
  private func gates(_ subject: GlobalID, _ pack: RegimePack, isBinding: Bool) -> [GateState] {
    let actions = Action.allCases.filter { action in
      (isAsked(action.subject, of: subject) || (subject.kind == "artifact" && action.subject == .run))
        && !pack.articles(closing: action).isEmpty
    }
    return actions.flatMap { action -> [GateState] in
      var places = [GateState.everywhere]
      if action.isAskedPerCountry {
        places += Set(deployments(of: subject).flatMap { $0.words("available-in") }).sorted()
      }
      return places.map { gate(subject, action, in: $0, [pack], evenIfNotBinding: !isBinding) }
        .filter { $0.isGoverned || $0.state != .open }
    }
  }

  private func obligations(_ articles: [Article], _ scope: Scope) -> [Obligation] {
    articles.flatMap { article -> [Obligation] in
      guard !article.effects.obliges.isEmpty else { return [] }
      let why = effective(article, "obliges", nil, scope)
      let verdict = why.verdict
      guard verdict.isPossible else { return [] }
      let deferral = deferral(of: article, scope)
      return article.effects.obliges.flatMap { duty -> [Obligation] in
        let unless = duty.unless.map { evaluate($0, scope) }
        if unless?.verdict == .holds { return [] }
        let state = state(verdict, scope.standing.binding, isDeferred: deferral != nil)
        let whole =
          state == .possible ? explain(.all, [scope.standing.because, why], why.clause, code: "owed") : nil
        let question = whole.map { whole in
          unless.map { explain(.unless, [whole, $0], why.clause, code: "owed") } ?? whole
        }
        let terms = terms(.array([duty.due] + duty.content.map(\.json)), scope)
        return duty.to.map { recipient in
          Obligation(
            article: article.id, duty: duty, to: resolved(recipient, scope), party: bearer(duty.by, scope),
            state: state, deferredUntil: deferral, terms: terms,
            adoptions: scope.standing.adoption.map { [$0.id] } ?? [], question: question)
        }
      }
    }
  }

  /// What the articles allow: it acts on *holds* only, of the article and of the regime's binding.
  private func permissions(_ articles: [Article], _ scope: Scope) -> [Allowance] {
    guard scope.standing.binding != .cannotBeExcluded else { return [] }
    return articles.flatMap { article in
      article.effects.permits.compactMap { permission -> Allowance? in
        guard effective(article, "permits", permission.unless, scope).verdict == .holds else { return nil }
        return Allowance(
          article: article.id, permission: permission, to: permission.to.map { resolved($0, scope) },
          party: bearer(permission.by, scope),
          terms: permission.notBefore.map { terms($0, scope) } ?? [],
          isGiven: scope.standing.binding == .holds)
      }
    }
  }

  /// What the articles make somebody keep: like a duty, on *holds* and on *cannot be excluded*.
  private func retentions(_ articles: [Article], _ scope: Scope) -> [Keeping] {
    articles.flatMap { article in
      article.effects.retains.compactMap { retention -> Keeping? in
        let verdict = effective(article, "retains", retention.unless, scope).verdict
        guard verdict.isPossible else { return nil }
        return Keeping(
          article: article.id, retention: retention, period: parameter(retention.period, scope).period,
          party: bearer(retention.by, scope),
          state: state(verdict, scope.standing.binding, isDeferred: false))
      }
    }
  }

  /// The party that a word of a pack means; a role that is no relation to the subject names nobody.
  private func bearer(_ word: String, _ scope: Scope) -> GlobalID? {
    switch word {
    case "self": scope.subject
    case "provider": provider(of: scope.subject, scope)
    case "developer": scope.subject.kind == "party" ? scope.subject : developer(of: scope.subject)
    case "custodian", "operator", "issuer": responsible(scope.subject)
    default: nil
    }
  }

  /// A duty of a regime that perhaps binds is possible at most; of one that does not bind, it would be owed.
  private func state(_ verdict: Verdict, _ binding: Verdict, isDeferred: Bool) -> Obligation.State {
    if binding == .fails { return verdict == .holds ? .wouldOblige : .wouldBePossible }
    if isDeferred { return .deferred }
    return verdict == .holds && binding == .holds ? .owed : .possible
  }

  /// A recipient with its place, where a parameter or a path names it.
  private func resolved(_ recipient: JSON, _ scope: Scope) -> JSON {
    guard case .object(var members) = recipient, case .string(let place)? = members["jurisdiction"] else {
      return recipient
    }
    if place.hasPrefix("$") {
      members["jurisdiction"] = .optional(parameter(String(place.dropFirst()), scope).place)
    } else if let key = Path(place).names.last, Path(place).names.count > 1,
      case .record(let id) = thing(Path(place), scope)
    {
      let places = Set(attribute(key, of: id, nil).values.map(\.value))
      members["jurisdiction"] = .optional(places.count == 1 ? places.first : nil)
    }
    return .object(members)
  }

  /// Until when the duties of an article are put off; acts on *holds* only.
  private func deferral(of article: Article, _ scope: Scope) -> Moment? {
    for other in scope.pack.articles {
      guard let defers = other.effects.defers, defers.articles.contains(article.id),
        isAsked(other.appliesTo, of: scope.subject),
        effective(other, "defers", defers.unless, scope).verdict == .holds,
        let until = parameter(defers.until, scope).moment
      else { continue }
      if asOf <= until.last { return until }
    }
    return nil
  }
}
