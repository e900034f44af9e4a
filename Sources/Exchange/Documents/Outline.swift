package import Measures
package import Records

/// What other standards have words for in a dossier: what was made, by which computations, of what, by whom. Beside it,
/// under names of our own, what they have no words for: the bounds of compute, and each record whole.
package struct Outline: Sendable {
  /// Weights of a model, data, an output or code.
  package struct Artifact: Hashable, Sendable {
    package let id: GlobalID
    /// As records name it: `model`, `dataset`, `output`, `code`.
    package var type: String
    package var name: String?
    /// SHA-256, as lower-case hexadecimal digits.
    package var digest: String?
    /// What a document says that it came from, and who made it, where it names no computation between.
    var derivedFrom: [Use] = []
    var madeBy: GlobalID?

    package init(_ id: GlobalID, type: String = "model", name: String? = nil, digest: String? = nil) {
      (self.id, self.type, self.name, self.digest) = (id, type, name, digest)
    }

    /// What people call it.
    var shownName: String { name ?? id.local }
  }

  /// Something that enters a computation.
  package struct Use: Hashable, Sendable {
    package let id: GlobalID
    /// As records name it; `nil`: the document does not say.
    package var role: String?

    package init(_ id: GlobalID, as role: String?) { (self.id, self.role) = (id, role) }
  }

  /// A computation.
  package struct Activity: Hashable, Sendable {
    package let id: GlobalID
    package var kind: String?
    package var by: GlobalID?
    package var from: Moment?
    package var to: Moment?
    package var uses: [Use] = []
    package var produces: [GlobalID] = []

    package init(_ id: GlobalID, kind: String? = nil) { (self.id, self.kind) = (id, kind) }
  }

  /// Somebody who acts.
  package struct Party: Hashable, Sendable {
    package let id: GlobalID
    package var name: String?

    package init(_ id: GlobalID, name: String? = nil) { (self.id, self.name) = (id, name) }
  }

  /// A value under a name of ours.
  package struct Property: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// Whose records they are.
  package var namespace: String
  package var title: Bilingual?
  /// The day for which the figures were worked out.
  package var asOf: Instant?
  package var parties: [Party] = []
  package var artifacts: [Artifact] = []
  package var activities: [Activity] = []
  /// Figures, by what they are of.
  package var properties: [GlobalID: [Property]] = [:]
  /// The records themselves, as they travel: of each thing its revisions.
  package var carried: [GlobalID: [CarriedRecord]] = [:]

  package init(namespace: String) { self.namespace = namespace }
}

extension Outline {
  /// The properties of a thing: what was worked out, then its records.
  func properties(of id: GlobalID) -> [Property] {
    (properties[id] ?? []) + (carried[id] ?? []).map(\.property)
  }

  /// The head of the dossier, and its records but those of things of these kinds, which a document carries elsewhere.
  func ownProperties(without kinds: Set<String>) -> [Property] {
    let named = Set(([artifacts.map(\.id), activities.map(\.id), parties.map(\.id)].joined()))
    var head = [Property(PropertyName.namespace, namespace)]
    if let title {
      head += [
        Property(PropertyName.title + ".en", title.en), Property(PropertyName.title + ".fr", title.fr),
      ]
    }
    return head + travelled.filter { !kinds.contains($0.id.kind) || !named.contains($0.id) }.map(\.property)
  }

  /// The records that travel, things before acts.
  var travelled: [CarriedRecord] {
    let kinds = Kinds.all.map(\.name)
    let places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($0.element, $0.offset) })
    func place(_ id: GlobalID) -> (Int, String) { (places[id.kind] ?? kinds.count, id.local) }
    return carried.sorted { place($0.key) < place($1.key) }.flatMap(\.value)
  }

  /// What enters the computations that made each artifact.
  var parents: [GlobalID: [Use]] {
    var result: [GlobalID: [Use]] = [:]
    for activity in activities {
      for artifact in activity.produces {
        for use in activity.uses where result[artifact]?.contains(use) != true {
          result[artifact, default: []].append(use)
        }
      }
    }
    return result
  }
}

extension Outline {
  /// A word that a document gives as a kind of computation, if records know it.
  static func kind(_ word: String) -> String? { Kinds.activityKinds.contains(word) ? word : nil }

  /// What an artifact may be.
  static let types: Set = ["model", "dataset", "output", "code"]

  /// A word that a document gives as a role, if records know it.
  static func role(_ word: String) -> String? { Kinds.linkRoles.contains(word) ? word : nil }
}

/// The names of our own under which properties travel.
enum PropertyName {
  static let namespace = "ecluse:namespace"
  static let title = "ecluse:title"
  static let record = "ecluse:record"
  static let role = "ecluse:role"
  static let kind = "ecluse:kind"
  static let type = "ecluse:type"
  static let name = "ecluse:name"
  static let by = "ecluse:by"
  static let id = "ecluse:id"
  static let edge = "ecluse:lineage.edge"
  static let method = "ecluse:flop.method"
  static let own = "ecluse:flop.own"
  static let total = "ecluse:flop.total"
}
