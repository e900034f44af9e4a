import Lineage
import Measures
import Records

/// Counting conventions.
extension PackReader {
  mutating func convention(_ entry: Node.Entry) -> CountingConventionSource? {
    let (node, path) = (entry.value, "conventions.\(entry.key)")
    let measures = word(node["measures"], CountingConvention.Measure.self, path: "\(path).measures")
    // Of what measures nothing known, no key is wrong.
    let keys = measures.map(Self.keys) ?? Set(node.entries?.map(\.key) ?? [])
    check(node, path: path, allowed: keys.union(["measures", "cite"]), required: ["measures", "cite"])
    guard let measures, let citation = citation(node["cite"], at: node, path: "\(path).cite") else {
      return nil
    }
    var result = CountingConvention(name: "\(id):\(entry.key)", measures: measures, citation: citation)
    if let counts = node["counts"] { read(counts, into: &result, path: "\(path).counts") }
    if let except = node["except"] {
      check(except, path: "\(path).except", allowed: ["roles", "at"], required: [])
      result.exceptRoles = Set(
        words(except["roles"], among: Set(Kinds.linkRoles), path: "\(path).except.roles"))
      result.stopsAtHumanBreak = term("at", except, path: "\(path).except") != nil
    }
    result.requirements = requirements(node["where"], path: "\(path).where")
    result.sameActorOnly = term("while", node, path: path) != nil
    if let rest = node["rest"] {
      check(rest, path: "\(path).rest", allowed: ["dependence", "operations"], required: [])
      result.presumesDependence = term("dependence", rest, path: "\(path).rest") != nil
      _ = term("operations", rest, path: "\(path).rest")
    }
    if let issuers = node["issuers"] {
      result.issuers = Set(
        list(issuers, path: path).compactMap { word($0, Estimate.Standing.self, path: "\(path).issuers") })
    }
    if let order = node["order"] {
      result.order = list(order, path: path).compactMap {
        word($0, Estimate.Method.self, path: "\(path).order")
      }
    }
    for key in ["over", "statistic", "precision", "sparsity", "unknown-link"] {
      result.details[key] = term(key, node, path: path)
    }
    let sorts: [(String, Sort)] = [
      ("window", .period), ("minimum-link", .quantity(.dimension(.bitPerSecond))),
    ]
    for (key, sort) in sorts {
      result.details[key] = node[key].flatMap { parameterName($0, path: "\(path).\(key)", sort) }
    }
    return CountingConventionSource(
      convention: result,
      tolerance: node["tolerance"].flatMap { parameterName($0, path: "\(path).tolerance", Self.share) })
  }

  /// What says how something is counted.
  private static func keys(_ measures: CountingConvention.Measure) -> Set<String> {
    switch measures {
    case .trainingCompute: ["counts", "except", "where", "while", "rest", "order", "tolerance", "issuers"]
    case .inferenceRate: ["over", "window", "statistic"]
    case .capability: ["precision", "sparsity", "minimum-link", "unknown-link"]
    }
  }

  /// A word that the vocabulary lists for this key.
  private mutating func term(_ key: String, _ node: Node, path: String) -> String? {
    word(node[key], among: vocabulary.conventions[key] ?? [], path: "\(path).\(key)")
  }

  private mutating func read(_ counts: Node, into result: inout CountingConvention, path: String) {
    check(counts, path: path, allowed: ["roles", "kinds", "flags"], required: [])
    result.roles = selection(counts["roles"], Kinds.linkRoles, path: "\(path).roles") ?? .all
    result.kinds = selection(counts["kinds"], Kinds.activityKinds, path: "\(path).kinds") ?? .all
    if let flags = selection(counts["flags"], ["presumed", "third-party-base"], path: "\(path).flags") {
      result.flags = flags
    }
  }

  private mutating func selection(_ node: Node?, _ words: [String], path: String)
    -> CountingConvention.Selection?
  {
    guard let node else { return nil }
    return node.text == "all" ? .all : .only(Set(self.words(node, among: Set(words), path: path)))
  }

  /// Which attribute a link of a role must have.
  private mutating func requirements(_ node: Node?, path: String) -> [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for role in group(node, path: path) {
      if !Kinds.linkRoles.contains(role.key) {
        known(role.key, in: Set(Kinds.linkRoles), role.value, path: path)
      }
      for attribute in group(role.value, path: "\(path).\(role.key)") {
        let path = "\(path).\(role.key).\(attribute.key)"
        guard let words = Self.linkAttributes[attribute.key] else {
          known(attribute.key, in: Set(Self.linkAttributes.keys), attribute.value, path: path)
          continue
        }
        result[role.key, default: [:]][attribute.key] = word(attribute.value, among: words, path: path)
      }
    }
    return result
  }

  /// What a link may say of itself, beside its ends and its role.
  private static let linkAttributes: [String: Set<String>] = {
    let uses = Kinds.named("activity")?.fields.first { $0.name == "uses" }
    guard case .list(.group(let fields))? = uses?.shape else { return [:] }
    return Dictionary(
      fields.filter { $0.name != "as" }.compactMap { field in
        if case .word(let words) = field.shape { (field.name, Set(words)) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }()
}
