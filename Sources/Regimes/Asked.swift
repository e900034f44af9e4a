import Lineage
package import Records

/// What is asked of which subject.
extension Judge {
  /// The articles of a pack that are asked of a subject.
  package func articles(of pack: RegimePack, for subject: GlobalID) -> [Article] {
    pack.articles(for: subject.kind).filter { isAsked($0.appliesTo, of: subject) }
  }

  /// Whether what is said of subjects of `kind` is asked of this one: where it is not known what it is, it is.
  func isAsked(_ kind: SubjectKind, of subject: GlobalID) -> Bool {
    guard subject.kind == kind.recordKind else { return false }
    return switch kind {
    case .run: isRun(subject)
    // Whoever holds a role is no agent.
    case .agent: facts[subject].map { $0.isWithheld || $0["roles"] == nil } ?? true
    default: true
    }
  }

  /// An activity of a training kind; or one that produces a model which nothing of a training kind produced.
  private func isRun(_ id: GlobalID) -> Bool {
    guard let position = graph.positions[graph.identity(id)] else { return true }
    return mayTrain(graph.activities[position])
      || products(of: id).contains { product in
        facts[product]?["type"]?.text ?? "model" == "model"
          && !graph.sources(of: product).contains { mayTrain(graph.activities[$0]) }
      }
  }

  /// Whether any record of an activity gives it a training kind, or none that is shown gives it another.
  private func mayTrain(_ activity: Activity) -> Bool {
    activity.isUnknown || activity.records.isEmpty
      || activity.records.contains {
        facts[$0]?["kind"]?.text.map(Kinds.trainingKinds.contains) ?? true
      }
  }
}
