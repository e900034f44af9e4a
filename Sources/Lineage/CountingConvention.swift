public import Measures

/// What counts in a total: a closed filter over links and their two ends, never over the subject that is
/// asked about, so that one pass serves every node. Conventions stand in regime packs, with citation.
public struct CountingConvention: Hashable, Sendable {
  /// What is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The compute behind a model, run or output.
    case trainingCompute = "training-compute"
    /// The rate of inference of a deployed model.
    case inferenceRate = "inference-rate"
    /// What a cluster can compute.
    case capability
  }

  /// A choice of words: some, or all.
  public enum Selection: Hashable, Sendable {
    /// Every word.
    case all
    /// Only these.
    case only(Set<String>)

    /// Whether `word` is chosen.
    public func contains(_ word: String) -> Bool {
      switch self {
      case .all: true
      case .only(let words): words.contains(word)
      }
    }
  }

  /// What stands for all ways of counting that are not named beside it.
  package static let allOthers = "all-other-conventions"

  /// What stands after the pack in `pack:name`.
  package static func bareName(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  /// Its name, `pack:name`.
  public var name: String
  /// Its name in its pack.
  package var bareName: String { Self.bareName(name) }
  /// What it measures.
  public var measures: Measure
  /// Roles of links that are followed.
  public var roles: Selection
  /// Kinds of activities whose own compute counts.
  public var kinds: Selection
  /// `presumed`: links presumed within an environment; `third-party-base`: bases of another actor.
  public var flags: Selection
  /// Roles that are not followed whatever `roles` says.
  public var exceptRoles: Set<String>
  /// Whether a reviewed human break cuts its link.
  public var stopsAtHumanBreak: Bool
  /// Attributes that a link of a role must have: role, then attribute, then value.
  public var requirements: [String: [String: String]]
  /// Whether only links between activities of one actor are followed.
  public var sameActorOnly: Bool
  /// The order in which methods give the best value.
  public var order: [Estimate.Method]
  /// Whose estimates are believed; those of others are shown and not pooled.
  public var issuers: Set<Estimate.Standing>
  /// A difference from the reported estimate beyond this share of it is a finding.
  public var tolerance: Ratio?
  /// Whether links are presumed where no relation is stated.
  public var presumesDependence: Bool
  /// Window, statistic and the rest, for rates and capabilities.
  public var details: [String: String]
  /// Where it comes from.
  public var citation: Citation

  /// The precision at which each accelerator is fastest.
  package static let fastest = "fastest-supported"
  /// How a link of unknown speed may be taken.
  package static let interconnected = "interconnected"

  /// The default order of methods.
  public static let defaultOrder: [Estimate.Method] = [
    .telemetry, .counted, .hardware, .scaled, .geometricMean, .reported,
  ]

  /// A convention that counts everything once, to be narrowed.
  public init(name: String, measures: Measure, citation: Citation) {
    self.name = name
    self.measures = measures
    self.citation = citation
    roles = .all
    kinds = .all
    flags = .only(["third-party-base"])
    exceptRoles = []
    stopsAtHumanBreak = false
    requirements = [:]
    sameActorOnly = false
    order = Self.defaultOrder
    issuers = Set(Estimate.Standing.allCases)
    presumesDependence = false
    details = [:]
  }
}
