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
    let said = contrary(Known.Contrary(kind: record.kind, about: id, decisions: decisions))
    return said[record.issuer, default: []].first { other in
      guard other.id != record.id else { return false }
      if let end = other.validFrom?.last, let start = record.validFrom?.first, end < start { return false }
      let covered = other.words("covers")
      return covered.isEmpty || covers.isEmpty || !Set(covered).isDisjoint(with: covers)
    }
  }

  /// The decisions of a kind on a thing that are others than these, or may be, by issuer and id.
  private func contrary(_ asked: Known.Contrary) -> [String: [Record]] {
    if let known = known.contrary[asked] { return known }
    let names = Set(names(of: asked.about))
    let made = facts.records(of: asked.kind).filter { record in
      let about = record.references("about")
      guard !record.isWithheld else { return about.isEmpty || !names.isDisjoint(with: about) }
      return record["decision"]?.text.map { !asked.decisions.contains($0) } == true
        && !names.isDisjoint(with: about)
    }
    let sorted = Dictionary(grouping: made, by: \.issuer).mapValues { $0.sorted { $0.id < $1.id } }
    known.contrary[asked] = sorted
    return sorted
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
