public import Records

/// What is behind a subject as people draw it: activities, and what passed from one to another.
public struct Ancestry: Hashable, Sendable {
  /// Something that passed from one activity into another, or into the subject.
  public struct Passage: Hashable, Sendable {
    /// Where it comes from.
    public let from: GlobalID
    /// What it enters; `nil`: the subject itself.
    public let to: GlobalID?
    /// As what it enters; empty: it is what the activity produces.
    public let role: String
    /// Whether a reviewed human break cuts it.
    public let isBroken: Bool
    /// Whether it is presumed and not stated.
    public let isPresumed: Bool
  }

  /// The activities, sources first.
  public let activities: [GlobalID]
  /// What each of them produces, where that is recorded.
  public let products: [GlobalID: GlobalID]
  /// What passed.
  public let passages: [Passage]
}

extension ComputeGraph {
  /// What is behind `subject`, of these activities.
  public func ancestry(of subject: GlobalID, among activities: Set<GlobalID>) -> Ancestry {
    let members = Set(activities.compactMap { positions[$0] }).sorted()
    let included = Set(members)
    var products: [GlobalID: GlobalID] = [:]
    for (artifact, made) in producers.sorted(by: { $0.key < $1.key }) {
      for position in made where included.contains(position) {
        let id = self.activities[position].id
        if products[id] == nil { products[id] = artifact }
      }
    }
    var passages: [Ancestry.Passage] = []
    func add(_ passage: Ancestry.Passage) { if !passages.contains(passage) { passages.append(passage) } }
    for position in members {
      let own = links[position].filter { included.contains($0.source) && $0.source != position }
      for link in own.sorted(by: { ($0.source, $0.role) < ($1.source, $1.role) }) {
        add(
          .init(
            from: self.activities[link.source].id, to: self.activities[position].id, role: link.role,
            isBroken: link.isBroken, isPresumed: link.isPresumed))
      }
    }
    if subject.kind != "activity" {
      for source in sources(of: subject) where included.contains(source) {
        add(
          .init(
            from: self.activities[source].id, to: nil, role: "", isBroken: false, isPresumed: false))
      }
    }
    return Ancestry(
      activities: members.map { self.activities[$0].id }, products: products, passages: passages)
  }
}
