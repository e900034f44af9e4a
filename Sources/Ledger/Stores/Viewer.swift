/// Who reads. Every read of a body names its viewer: there is none without one.
public enum Viewer: Hashable, Sendable {
  /// Anybody: sees what is public.
  case everyone
  /// A party, by its namespace: sees what is public, what it said itself, and what it is a reader of.
  case party(String)
  /// Who holds the store itself: replays, checks and copies it.
  case holder
}

/// Who may read a field of a body besides its issuer.
public enum Readers: Hashable, Sendable {
  /// Anybody.
  case everyone
  /// These parties, by their namespaces; none: the issuer alone.
  case parties(Set<String>)

  /// The spelling in a table: `public`, or names between commas, so that one can be looked for.
  public var text: String {
    switch self {
    case .everyone: "public"
    case .parties(let names): names.isEmpty ? "," : ",\(names.sorted().joined(separator: ",")),"
    }
  }

  /// Reads the spelling in a table.
  public init?(text: String) {
    guard text != "public" else {
      self = .everyone
      return
    }
    guard text.hasPrefix(","), text.hasSuffix(",") else { return nil }
    self = .parties(Set(text.split(separator: ",").map(String.init)))
  }

  /// Whether others have these readers too, and perhaps more.
  public func areAmong(_ others: Readers) -> Bool {
    switch (self, others) {
    case (_, .everyone): true
    case (.everyone, .parties): false
    case (.parties(let few), .parties(let many)): few.isSubset(of: many)
    }
  }

  /// Whether `viewer` may read what `issuer` said to these readers.
  public func include(_ viewer: Viewer, issuer: String) -> Bool {
    switch (self, viewer) {
    case (.everyone, _), (_, .holder): true
    case (.parties, .everyone): false
    case (.parties(let names), .party(let name)): name == issuer || names.contains(name)
    }
  }
}
