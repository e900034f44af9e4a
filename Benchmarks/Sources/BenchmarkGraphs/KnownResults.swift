/// What is known about a benchmark graph, computed once by independent programs in other languages.
/// A run that disagrees is refused before anything is timed.
public struct KnownResults: Sendable {
  /// Family and size, as in `g1e6`.
  public var name: String
  /// First 16 digits of the SHA-256 of the topology.
  public var topology: String
  /// Number of edges.
  public var edges: Int
  /// Sum of the nodes' own weights.
  public var ownSum: UInt128
  /// Sum of all nodes' totals.
  public var totalSum: UInt128
  /// The largest total.
  public var largest: UInt128
  /// The node that has it.
  public var largestNode: Int
  /// How many nodes' totals are strictly above 10²⁵, 10²⁶ and 10²⁷.
  public var above: [Int]

  /// The graphs of both families with 10⁴, 10⁵ and 10⁶ nodes.
  public static let all: [KnownResults] = [
    KnownResults(
      name: "g1e4", topology: "3b082822180656fb", edges: 12232,
      ownSum: 160_197_490_424_036_446_077_791_952, totalSum: 6_956_560_233_162_121_797_241_355_696,
      largest: 14_005_865_902_559_190_662_373_456, largestNode: 8559, above: [2, 0, 0]),
    KnownResults(
      name: "h1e4", topology: "5c219d2bfe9eb89f", edges: 17191,
      ownSum: 165_008_688_785_842_744_740_393_120, totalSum: 44_305_408_144_937_482_483_111_543_376,
      largest: 38_066_612_515_558_570_167_705_744, largestNode: 9869, above: [1781, 0, 0]),
    KnownResults(
      name: "g1e5", topology: "20fd65db3f984070", edges: 123_256,
      ownSum: 1_718_736_006_988_605_887_629_800_208, totalSum: 89_284_859_234_148_626_473_055_931_328,
      largest: 21_175_138_778_714_573_072_268_512, largestNode: 89095, above: [255, 0, 0]),
    KnownResults(
      name: "h1e5", topology: "3bbdb58367546d35", edges: 173_646,
      ownSum: 1_718_130_122_490_709_686_647_976_752, totalSum: 5_434_896_408_852_408_759_067_705_436_912,
      largest: 522_962_386_536_930_001_082_052_512, largestNode: 99075, above: [61392, 18841, 0]),
    KnownResults(
      name: "g1e6", topology: "86939e4c1d882f7d", edges: 1_231_667,
      ownSum: 18_085_837_032_413_530_776_262_450_240,
      totalSum: 1_129_804_061_537_130_770_289_531_061_600,
      largest: 28_759_713_805_997_165_553_655_008, largestNode: 600_345, above: [6376, 0, 0]),
    KnownResults(
      name: "h1e6", topology: "246905971d29022a", edges: 1_735_305,
      ownSum: 18_074_824_560_456_402_376_562_383_488,
      totalSum: 1_177_495_707_451_548_164_372_929_688_575_808,
      largest: 7_259_312_156_223_142_554_286_481_024, largestNode: 992_057,
      above: [812_996, 632_189, 363_873]),
  ]

  /// What is known of the graph of that name.
  public static func of(_ name: String) -> KnownResults? {
    all.first { $0.name == name }
  }

  /// The name of a graph: the family, and the number of nodes as a power of ten where it is one.
  public static func name(_ family: GraphFamily, nodeCount: Int) -> String {
    var (power, rest) = (0, nodeCount)
    while rest > 1, rest % 10 == 0 { (power, rest) = (power + 1, rest / 10) }
    return rest == 1 ? "\(family.name)1e\(power)" : "\(family.name)\(nodeCount)"
  }

  /// What differs from these results, in words; empty if nothing does.
  public func disagreements(own: [UInt128], totals: [UInt128]) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ actual: Value, _ expected: Value) {
      if actual != expected { found.append("\(name): \(what) is \(actual), expected \(expected)") }
    }
    compare("sum of own weights", own.reduce(0, +), ownSum)
    compare("sum of totals", totals.reduce(0, +), totalSum)
    let top = totals.indices.max { totals[$0] < totals[$1] } ?? 0
    compare("node with the largest total", top, largestNode)
    compare("largest total", totals[top], largest)
    let limits: [UInt128] = [
      10_000_000_000_000_000_000_000_000, 100_000_000_000_000_000_000_000_000,
      1_000_000_000_000_000_000_000_000_000,
    ]
    compare("nodes above 1e25, 1e26, 1e27", limits.map { limit in totals.count { $0 > limit } }, above)
    return found
  }
}
