import Lineage
import Measures
import Records

/// When a model was placed on a market: earlier, more may be put off.
extension Judge {
  /// The first day on which a model was available, outside its maker, in the place of the scope's pack. Unknown while any
  /// such deployment has no date, is of another name that no authority joined with this one, or precedes the end of the
  /// computation of what it would have deployed, or may precede it.
  func placing(of model: GlobalID, _ scope: Scope) -> (Moment?, [FactUse]) {
    // On whose word alone a model was placed long ago, nothing ends.
    let placed = everyDeployment(of: model).filter { isByMaker($0, of: model) }.filter { deployment in
      deployment["access"]?.text != "internal"
        && deployment.words("available-in").contains {
          places.overlap(scope.pack.jurisdiction, $0, at: asOf)
        }
    }
    let uses = placed.map { deployment in
      let from = deployment["from"]?.moment.map { Message.Argument.date($0) }
      return use(
        deployment, value: "from: \(deployment["from"]?.text ?? "?")",
        words: Phrase.factSays.with(.word("from"), from ?? .message(Phrase.dateUnknown.message)),
        field: "from")
    }
    let names = names(of: model, scope)
    // Where it is not known who has access, it is not known whether it was placed.
    let moments = placed.map { deployment in
      deployment["access"] == nil || names.isDisjoint(with: deployment.references("model"))
        ? nil : deployment["from"]?.moment
    }
    guard !moments.isEmpty, !moments.contains(where: { $0 == nil }),
      let first = moments.compactMap({ $0 }).min(by: { $0.first < $1.first }),
      let ended = ended(model), !ended.contains(where: { first.last < $0.first })
    else { return (nil, uses) }
    return (first, uses)
  }

  /// When the runs that produced a model ended. Unknown where one goes on, does not say, or is not shown.
  private func ended(_ model: GlobalID) -> [Moment]? {
    let runs = graph.sources(of: model)
    let ended = runs.compactMap { graph.activities[$0].to }
    return ended.count < runs.count ? nil : ended
  }
}
