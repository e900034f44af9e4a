import Lineage
import Measures
import Records

/// What an act rests on, and what its issuer said after it.
extension Judge {
  /// Everything that an act rests on must stand; what the rule asks for must be among it.
  func grounds(of record: Record, _ test: ActTest, _ scope: Scope) -> [Explanation] {
    let named = record.references("rests-on")
    var parts = named.filter {
      facts[$0].map { $0.isWithheld || !facts.stillRests($0, &known.grounds) } ?? true
    }.map {
      explain(.fails, Phrase.groundGone.with(.code($0.description)), code: "rests-on \($0)")
    }
    let about = subject(of: test, scope)
    for ground in test.restsOn {
      let matching = named.compactMap { facts[$0] }.filter { match in
        match.kind == ground.kind && !match.isWithheld && facts.stillRests(match, &known.grounds)
          && (about.map { id in
            match["about"] == nil
              || !names(of: id, freedBy: match, scope).isDisjoint(with: match.references("about"))
          } ?? true)
      }
      var clause: Message { Phrase.restsOn.with(.word(ground.kind)) }
      let inner = matching.map { match -> Explanation in
        var parts: [Explanation] = []
        if !ground.decisions.isEmpty { parts.append(decided(ground.decisions, match, frees: true)) }
        if !ground.issuers.isEmpty { parts.append(issued(ground.issuers, match, scope, frees: true)) }
        if let maxAge = ground.maxAge { parts.append(age(of: match, maxAge, scope)) }
        if let other = overruling(match, ground.decisions, [], about) { parts.append(overruled(by: other)) }
        let isOfAll = ground.isGeneral && match["about"] == nil
        if let about, !isOfAll, match["about"] == nil || isOutdated(match, about, scope) {
          let current = Phrase.currentWeights.with(.code(match.id.description))
          parts.append(explain(.cannotBeExcluded, current, code: "new weights"))
        }
        return explain(.all, parts, clause, code: "ground", facts: [use(ground: match)])
      }
      parts.append(explain(.any, inner, clause, code: "rests-on \(ground.kind)"))
    }
    return parts
  }

  private func use(ground record: Record) -> FactUse {
    use(record, value: record.kind, words: Phrase.listed.with(.word(record.kind)))
  }

  /// What an act must be about.
  func subject(of test: ActTest, _ scope: Scope) -> GlobalID? {
    guard let path = test.about, case .record(let id) = thing(path, scope) else { return nil }
    return id
  }

  /// A decision of the same issuer on the same thing, not seen to be earlier, that is another than what is asked for, or may
  /// be: whoever refuses what it granted has not granted it.
  func overruling(_ record: Record, _ decisions: [String], _ covers: [String], _ id: GlobalID?) -> Record? {
    guard !decisions.isEmpty, let id else { return nil }
    let asked = Known.Contrary(kind: record.kind, about: id, decisions: decisions)
    let (issuer, start) = (organisation(of: record), record.validFrom?.first)
    for other in contrary(asked)[issuer] ?? [] where other.record.id != record.id {
      // Those that may be the last come first.
      if let end = other.end, let start, end < start { return nil }
      if other.covers.isEmpty || covers.isEmpty || covers.contains(where: other.covers.contains) {
        return other.record
      }
    }
    return nil
  }

  private func organisation(of record: Record) -> GlobalID {
    graph.identity(GlobalID(record.issuer, "party", record.issuer))
  }

  /// The decisions of a kind on a thing that are others than these, or may be, by issuer: those that may be the last first.
  /// One that does not say what it decides, or on what, may be.
  private func contrary(_ asked: Known.Contrary) -> [GlobalID: [Known.Decision]] {
    if let known = known.contrary[asked] { return known }
    let names = Set(names(of: asked.about))
    var seen: Set<GlobalID> = []
    let near = names.flatMap { facts.records(of: asked.kind, mentioning: $0) }.filter { record in
      let about = record.references("about")
      return about.isEmpty || !names.isDisjoint(with: about)
    }
    let made = (near + unaddressed(asked.kind)).filter { record in
      seen.insert(record.id).inserted
        && (record.isWithheld || record["decision"]?.text.map { !asked.decisions.contains($0) } ?? true)
    }
    let decisions = made.map { record in
      Known.Decision(
        record: record, end: record.validFrom.map { max($0.last, record.stated?.last ?? $0.last) },
        covers: record.isWithheld ? [] : Set(record.words("covers")))
    }
    let sorted = Dictionary(grouping: decisions) { organisation(of: $0.record) }.mapValues { list in
      list.sorted { left, right in
        guard let first = left.end, let second = right.end, first != second else {
          return (left.end == nil ? 0 : 1, left.record.id) < (right.end == nil ? 0 : 1, right.record.id)
        }
        return first > second
      }
    }
    known.contrary[asked] = sorted
    return sorted
  }

  /// The acts of a kind that do not say what they are about.
  private func unaddressed(_ kind: String) -> [Record] {
    if let known = known.unaddressed[kind] { return known }
    let made = facts.records(of: kind).filter { $0.references("about").isEmpty }
    known.unaddressed[kind] = made
    return made
  }

  func overruled(by other: Record) -> Explanation {
    let said = other.isWithheld ? "withheld" : other["decision"]?.text ?? "-"
    return explain(
      .cannotBeExcluded, Phrase.decidedOtherwise.with(.code(other.id.description)), code: "later decision",
      facts: [use(other, value: said, words: Phrase.listed.with(.word(said)))])
  }
}

extension Facts {
  /// Whether everything that a record rests on still stands, through all generations. What rests on itself does not.
  /// `known` keeps what was found, so that each record is looked at once.
  func stillRests(_ record: Record, _ known: inout [GlobalID: Bool]) -> Bool {
    var open: Set<GlobalID> = [record.id]
    var path = [(id: record.id, grounds: record.references("rests-on"))]
    while let top = path.indices.last {
      if let found = known[path[top].id] {
        // What rests on something that fell falls with it.
        if !found, top > 0 { known[path[top - 1].id] = false }
        open.remove(path.removeLast().id)
      } else if let next = path[top].grounds.popLast() {
        guard let ground = self[next], !ground.isWithheld, open.insert(next).inserted else {
          known[path[top].id] = false
          continue
        }
        path.append((next, ground.references("rests-on")))
      } else {
        known[path[top].id] = true
      }
    }
    return known[record.id] == true
  }
}
