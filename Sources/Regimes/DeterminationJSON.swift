public import Measures
public import Records

extension Determination {
  /// The determination as JSON: `body` is reproducible, `inputs` say what was known.
  public var json: JSON {
    .object([
      "body": body,
      "inputs": Self.inputs(knownAt, facts),
    ])
  }

  /// What was known when, and the records that were used, each once for each of its revisions.
  package static func inputs(_ knownAt: Instant?, _ facts: Set<FactUse>) -> JSON {
    .object([
      "knownAt": .optional(knownAt?.description),
      "facts": .array(
        facts.map { ($0.id, $0.revision) }.sorted { $0 < $1 }.reduce(into: [(String, Int)]()) { list, item in
          if list.last.map({ $0 == item }) != true { list.append(item) }
        }.map { .object(["id": .string($0.0), "revision": .int($0.1), "seal": .null]) }),
    ])
  }

  /// The reproducible part.
  public var body: JSON {
    // In the order of the document.
    var explanations = SharedExplanations(otherStandings + [standing] + findings.map(\.because))
    let bindingAlso = otherStandings.map { explanations.json($0) }
    let bindingBecause = explanations.json(standing)
    let reasons = findings.map { explanations.json($0.because) }
    var members: [String: JSON] = [
      "subject": .string(subject.full),
      "regime": .string(regime),
      "version": .string(version),
      "packDigest": .string(packDigest),
      "asOf": .string(asOf.description),
      "binding": .bool(isBinding),
      "bindingBecause": bindingBecause,
      "tier": tier.map {
        .object(["established": .string($0.established), "notExcluded": .string($0.notExcluded)])
      } ?? .null,
      "classes": .array(
        classes.map {
          .object(["class": .string($0.name.description), "verdict": .string($0.verdict.rawValue)])
        }),
      "findings": .array(
        zip(findings, reasons).map { finding, because in
          var members: [String: JSON] = [
            "article": .string(finding.article.id), "verdict": .string(finding.verdict.rawValue),
            "cite": finding.article.citation.json, "because": because,
          ]
          if finding.verdict == .cannotBeExcluded {
            members["settledBy"] = Settlings(finding.because).json(holds: "holds", fails: "fails")
          }
          if !finding.antitoneIn.isEmpty { members["antitoneIn"] = .strings(finding.antitoneIn) }
          return .object(members)
        }),
      "gates": .array(gates.map(\.json)),
      "obligations": .array(obligations.map(\.json)),
      "permissions": .array(permissions.map(\.json)),
      "retentions": .array(retentions.map(\.json)),
      "headroom": .array(headroom.map(\.json)),
      "remarks": .array(
        remarks.map { .object(["code": .string($0.code), "about": .strings($0.about)]) }),
      "changesAt": .optional(changesAt?.description),
    ]
    if !bindingAlso.isEmpty { members["bindingAlso"] = .array(bindingAlso) }
    return .object(members)
  }
}

extension Citation {
  /// The citation as JSON.
  public var json: JSON {
    .object([
      "document": .string(document), "locus": .string(locus), "checked": .string(checked.rawValue),
    ])
  }
}

extension GateState {
  /// The gate as JSON.
  public var json: JSON {
    var members: [String: JSON] = [
      "action": .string(action.jsonWord), "where": .string(place), "state": .string(state.rawValue),
      "because": isGoverned || !because.isEmpty
        ? .array(
          because.map { reason in
            .object([
              "regime": .string(reason.regime), "article": .string(reason.article),
              "state": .string(reason.state.rawValue), "where": .optional(reason.country),
            ])
          })
        : .strings(
          state == .open ? ["no-binding-rule"] : openedByCorrection.isEmpty ? ["no-run-recorded"] : []),
      "opensWhen": .array(opensWhen.map(\.json)),
    ]
    if state == .undetermined { members["settledBy"] = settlings.json(holds: "closed", fails: "open") }
    if !openedByCorrection.isEmpty {
      members["openedByCorrection"] = .strings(openedByCorrection.map(\.full))
    }
    return .object(members)
  }
}

extension Action {
  /// The word in lowerCamelCase, as JSON writes words.
  package var jsonWord: String {
    let parts = rawValue.split(separator: "-")
    return parts.dropFirst().reduce(String(parts[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}

extension Obligation {
  /// The duty as JSON.
  public var json: JSON {
    var members: [String: JSON] = [
      "article": .string(article), "duty": .string(duty.duty),
      "by": .object(["role": .string(duty.by), "party": .optional(party?.full)]), "to": to, "due": duty.due,
      "terms": .array(terms.map(\.json)),
      "content": .array(duty.content.map(\.json)), "fulfilledBy": duty.fulfilledBy,
      "state": .string(state.rawValue),
      "deferredUntil": .optional(deferredUntil?.description), "cite": duty.citation.json,
    ]
    if !adoptions.isEmpty { members["adoptions"] = .strings(adoptions.map(\.full)) }
    if let settlings { members["settledBy"] = settlings.json(holds: "owed", fails: "notOwed") }
    return .object(members)
  }
}

extension Duty.Item {
  /// The word, or the word with the parameter that says how much.
  var json: JSON {
    atLeast.map { .object(["what": .string(what), "atLeast": .string("$\($0)")]) } ?? .string(what)
  }
}

extension Allowance {
  /// The permission as JSON.
  public var json: JSON {
    .object([
      "article": .string(article), "act": .string(permission.act),
      "by": .object(["role": .string(permission.by), "party": .optional(party?.full)]), "to": .array(to),
      "notBefore": permission.notBefore ?? .null, "terms": .array(terms.map(\.json)),
      "state": .string(isGiven ? "permitted" : "wouldPermit"), "cite": permission.citation.json,
    ])
  }
}

extension Keeping {
  /// What is kept, as JSON.
  public var json: JSON {
    .object([
      "article": .string(article), "what": .string(retention.what),
      "by": .object(["role": .string(retention.by), "party": .optional(party?.full)]),
      "for": .optional(period?.description), "from": retention.from, "state": .string(state.rawValue),
      "cite": retention.citation.json,
    ])
  }
}
