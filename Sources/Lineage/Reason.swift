public import Measures

/// Why an activity counts in a total, or does not.
public struct Reason: Hashable, Sendable {
  /// The stable code, in kebab-case: the role of the link, or what kept it out.
  public let code: String
  /// The same in words.
  public let message: Message

  /// Creates a reason.
  init(_ code: String, _ message: Message) {
    self.code = code
    self.message = message
  }
}
