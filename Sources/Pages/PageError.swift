/// A defect of the templates that ship with the program; no input can cause it.
public struct PageError: Error, Hashable, Sendable {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// Its stable name.
    public let rawValue: String
    /// A code of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A template or the style sheet is not in the program.
    public static let missingTemplate = Code(rawValue: "missing-template")
    /// A template cannot be read.
    public static let badTemplate = Code(rawValue: "bad-template")
    /// A template writes as markup what is text.
    public static let rawText = Code(rawValue: "raw-text")
  }

  /// What is wrong.
  public let code: Code
  /// The template, or its field.
  public let subject: String

  init(_ code: Code, _ subject: String) {
    self.code = code
    self.subject = subject
  }
}
