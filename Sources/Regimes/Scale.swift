public import Measures
import Records

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
  /// Where it stands in the file.
  let mark: Mark

  /// A step.
  public struct Step: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The condition; `nil`: always.
    public let when: Condition?
    /// The quantities that the condition compares.
    let comparisons: [QuantityTest]
    /// Where it stands in the file.
    let mark: Mark

    init(name: String, when: Condition?, mark: Mark) {
      (self.name, self.when, self.mark) = (name, when, mark)
      comparisons = when?.comparisons ?? []
    }
  }
}
