public import Measures

/// A scale: ordered steps, weakest first, each with the condition for *at least this*.
public struct Scale: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it is asked of.
  public let appliesTo: SubjectKind
  /// Where it stands.
  public let citation: Citation
  /// The steps.
  public let steps: [Step]

  /// A step.
  public struct Step: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The condition; `nil`: always.
    public let when: Condition?
    /// The quantities that the condition compares.
    let comparisons: [QuantityTest]

    init(name: String, when: Condition?) {
      (self.name, self.when) = (name, when)
      comparisons = when?.comparisons ?? []
    }
  }
}
