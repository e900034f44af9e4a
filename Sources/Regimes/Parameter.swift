public import Measures

/// A number, period, date or place of law, with its citation.
public struct Parameter: Hashable, Sendable {
  /// What it is.
  public enum Content: Hashable, Sendable {
    /// A number with its unit.
    case quantity(Quantity)
    /// A period.
    case period(Period)
    /// A date.
    case moment(Moment)
    /// A place.
    case place(String)
    /// Another parameter divided by a third: it follows a changed cap.
    case derived(of: String, dividedBy: String)
    /// The text names none: unknown until set.
    case required

    /// The value as its pack writes it; `nil` where it names none.
    package var written: String? {
      switch self {
      case .quantity(let quantity): quantity.written
      case .period(let period): period.description
      case .moment(let moment): moment.description
      case .place(let place): place
      case .derived(let of, let divisor): "\(of) / \(divisor)"
      case .required: nil
      }
    }
  }

  /// Who may change it.
  public struct Change: Hashable, Sendable {
    /// The kind of record that changes it.
    public let by: String
    /// Who may issue that record.
    public let issuer: IssuerTest?
    /// Whether it changes for one party only.
    public let isForParty: Bool
  }

  /// Its name.
  public let name: String
  /// Its value in the text.
  public let content: Content
  /// The least that it may be set to.
  public let floor: Quantity?
  /// Who may change it.
  public let mayChange: Change?
  /// Whether it is only shown, never tested.
  public let isContext: Bool
  /// Whether the text gives it as an example.
  public let isExample: Bool
  /// Where it stands.
  public let citation: Citation
}
