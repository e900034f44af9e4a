/// A family of random lineage graphs: the shares that decide how many parents a node gets and where they lie.
public struct GraphFamily: Sendable, Equatable {
  /// The name in file names and tables.
  public var name: String
  /// Share of nodes without a parent.
  public var root: Double
  /// Share of nodes that merge several models.
  public var merge: Double
  /// Share of nodes trained on what other models generated.
  public var synthetic: Double
  /// Chance that a parent is drawn among endpoints of earlier edges, so that popular nodes become more popular.
  public var preferential: Double
  /// Chance that a parent is drawn among the 2,000 nodes before.
  public var recent: Double

  /// Like a public model registry: shallow, most nodes with one parent, a few very popular bases.
  public static let registry = GraphFamily(
    name: "g", root: 0.02, merge: 0.04, synthetic: 0.06, preferential: 0.75, recent: 0.15)
  /// A stress graph: 30 % of nodes have several parents, paths of a thousand steps, huge ancestor sets.
  public static let stress = GraphFamily(
    name: "h", root: 0.02, merge: 0.15, synthetic: 0.15, preferential: 0.30, recent: 0.60)

  /// The family of that name, if there is one.
  public static func named(_ name: String) -> GraphFamily? {
    [registry, stress].first { $0.name == name }
  }
}
