import Measures
public import Records

/// A policy as people write it: a file with the fields of the record that states it.
extension AdmissionPolicy {
  /// Reads such a file.
  /// - Throws: ``Problems`` with everything that is wrong.
  public init(file tree: Node, places: Places) throws(Problems) {
    let fields = try SignedFields(places: places).head(tree, of: Kinds.policyFile)
    guard let policy = AdmissionPolicy(fields), fields.count == 2 else {
      throw .malformed(tree.mark, .headLacks, [.code("rules")])
    }
    let known = Set((Kinds.all + Kinds.ofLedger).map(\.name)).subtracting(Self.ofTheLog)
    var problems: [Problem] = []
    for (index, rule) in policy.rules.enumerated() {
      for name in rule.kinds.subtracting(known).sorted() {
        let near = NearestNames.of(name, among: known)
        problems.append(
          Problem(
            .unknownKind, at: tree["rules"]?.elements?[index].mark ?? tree.mark,
            field: "rules[\(index)].kinds",
            rule: Phrase.kindOfNoRule.with(.code(name)),
            remedy: near.isEmpty
              ? Phrase.removeIt.message : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    self = policy
  }

  /// What only the log and its founders say, whatever the rules.
  private static let ofTheLog: Set = ["genesis", "policy", "tick"]

  /// The policy as such a file.
  public var file: String {
    var lines = ["rules:"]
    for rule in rules {
      lines += Self.wrapped("- kinds: [\(rule.kinds.sorted().joined(separator: ", "))]")
      lines.append("  by: \(rule.role)")
      lines.append("  about: \(rule.about.rawValue)")
      if let place = rule.jurisdiction { lines.append("  jurisdiction: \(place)") }
      if rule.signers > 1 {
        lines += ["  signers: \(rule.signers)", "  distinct: \(rule.distinct.rawValue)"]
      }
      if rule.isSelfHeld { lines.append("  custody: self-held") }
    }
    lines.append("quorum: { signers: \(quorum), distinct: \(quorumDistinct.rawValue) }")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A long list on several lines.
  private static func wrapped(_ line: String) -> [String] {
    var lines: [String] = []
    for word in line.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 100 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(lines.isEmpty ? String(word) : "    \(word)")
      }
    }
    return lines
  }
}
