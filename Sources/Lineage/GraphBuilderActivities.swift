import Measures
import Records

/// Activities with the estimates of all who speak of them.
extension GraphBuilder {
  /// The activity with its estimates worked out.
  mutating func activity(_ id: GlobalID) -> Activity {
    let draft = drafts[id]
    let records = draft?.records ?? []
    // Joined activities have an actor that is known when all of them name the same.
    let actors = Set(records.map { $0["by"]?.reference.map(identity.callAsFunction) })
    let actor = actors.count == 1 ? actors.first ?? nil : nil
    let kinds = records.kinds
    let states = states(records)
    // An estimate that is withheld may lie anywhere.
    var isHidden = false
    var said = estimates(records, field: "compute", actor: actor)
    for record in records {
      let others = facts.records(of: "estimate", mentioning: record.id)
      if others.contains(where: \.isWithheld) { isHidden = true }
      said += estimates(
        others, field: "compute", actor: actor, custodians: custodians(records), about: records)
    }
    return Activity(
      id: id, kind: kinds[0], kinds: kinds, actor: actor, from: records.agreed("from"),
      to: records.agreed("to"),
      // Of which one says that it is over and another not: what was computed counts, and more may follow.
      state: states.count == 1 ? states.first ?? .done : .running,
      estimates: said,
      budget: estimates(records, field: "budget", actor: actor),
      isUndated: undated.contains(id),
      isStatedDone: states.count == 1 && records.allSatisfy { $0["state"]?.text == "done" },
      isUnknown: records.isEmpty || isHidden || (draft?.isUnknown ?? false),
      usesAreComplete: !records.isEmpty && records.allSatisfy { $0.isComplete("uses") && !$0.isWithheld },
      records: records.map(\.id).sorted())
  }

  private mutating func estimates(
    _ records: [Record], field: String, actor: GlobalID?, custodians: Set<GlobalID>? = [],
    about owners: [Record] = []
  ) -> [Estimate] {
    var result: [Estimate] = []
    for record in records {
      for (index, fields) in (record[field]?.elements ?? []).enumerated() {
        do {
          let (standing, mayBeCloser) = standing(record, actor, custodians)
          result.append(
            Estimate(
              method: fields["method"]?.text.flatMap(Estimate.Method.init) ?? .reported,
              book: fields["book"]?.text.flatMap(Estimate.Book.init) ?? .approximation,
              bounds: try estimator.bounds(fields), record: record.id, standing: standing,
              mayBeCloser: mayBeCloser, isByStranger: standing == .thirdParty && isStranger(record, owners),
              source: fields["source"]?.text))
        } catch {
          problems += estimator.problems(ofEstimate: fields, record, "\(field)[\(index)]")
        }
      }
    }
    return result
  }
}
