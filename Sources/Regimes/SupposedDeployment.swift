import Measures

extension GateState.Reason {
  /// Whether the article applies to the subject only with the deployment that the question supposes, whose rate
  /// nothing bounds.
  package func isOfSupposedDeployment(_ determination: Determination) -> Bool {
    determination.findings.contains { $0.article.id == article && $0.verdict == .fails }
      && why.hasUnknownRate
  }
}

extension Explanation {
  /// Whether a clause below cannot be excluded because of a rate of inference.
  fileprivate var hasUnknownRate: Bool {
    verdict == .cannotBeExcluded
      && (parts.isEmpty ? code.contains("inference-rate") : parts.contains(where: \.hasUnknownRate))
  }
}
