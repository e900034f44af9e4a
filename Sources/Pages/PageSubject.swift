public import Measures
public import Records

/// Something that a page shows: its id and the names that people know.
public struct PageSubject: Hashable, Sendable {
  /// Its id.
  public let id: GlobalID
  /// Its name, if its record has one.
  public let name: String?
  /// The name of who made it, if known.
  public let maker: String?
  /// Which of its runs are not done: since when they run, from when they are planned.
  public let unfinished: [Message]

  /// A subject with its names.
  public init(_ id: GlobalID, name: String?, maker: String?, unfinished: [Message] = []) {
    self.unfinished = unfinished
    self.id = id
    self.name = name
    self.maker = maker
  }
}
