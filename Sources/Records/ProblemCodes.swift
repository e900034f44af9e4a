extension Problem.Code {
  /// YAML or JSON that cannot be read.
  public static let syntax = Self(rawValue: "syntax")
  /// A field that the kind does not have.
  public static let unknownField = Self(rawValue: "unknown-field")
  /// A required field is absent.
  public static let missingField = Self(rawValue: "missing-field")
  /// A record of a kind that does not exist.
  public static let unknownKind = Self(rawValue: "unknown-kind")
  /// A field holds something else than its schema says.
  public static let wrongType = Self(rawValue: "wrong-type")
  /// A number that is not one, or whose exponent was lost.
  public static let badNumber = Self(rawValue: "bad-number")
  /// A quantity without unit, or with the wrong one.
  public static let badUnit = Self(rawValue: "bad-unit")
  /// A result past 128 bits.
  public static let overflow = Self(rawValue: "overflow")
  /// A date that does not exist.
  public static let badDate = Self(rawValue: "bad-date")
  /// A place that is not in the table.
  public static let unknownPlace = Self(rawValue: "unknown-place")
  /// A word that the field does not allow.
  public static let unknownWord = Self(rawValue: "unknown-word")
  /// A name that breaks the rules of names.
  public static let badName = Self(rawValue: "bad-name")
  /// A reference to a record that does not exist.
  public static let missingRecord = Self(rawValue: "missing-record")
  /// A name that several kinds have.
  public static let ambiguousName = Self(rawValue: "ambiguous-name")
  /// One id and revision with two contents.
  public static let duplicateRecord = Self(rawValue: "duplicate-record")
  /// A record named in somebody else's namespace.
  public static let foreignName = Self(rawValue: "foreign-name")
  /// Revisions that do not count 1, 2, 3.
  public static let revisionGap = Self(rawValue: "revision-gap")
  /// A file of records that does not say whose it is.
  public static let noNamespace = Self(rawValue: "no-namespace")
  /// Bounds, dates or lists that contradict themselves.
  public static let contradiction = Self(rawValue: "contradiction")
  /// Activities that enter themselves.
  public static let cycle = Self(rawValue: "cycle")
  /// A statement of a day that has not come: said beside an answer, which it does not stop.
  public static let statedLater = Self(rawValue: "stated-later")
  /// What an adopter sets in a regime that was not asked: said beside an answer, which it does not stop.
  public static let leftOut = Self(rawValue: "left-out")
  /// A file of a later version of the program.
  public static let newerVersion = Self(rawValue: "newer-version")
  /// An act that nothing heeds: said beside an answer, which it does not stop.
  public static let withoutEffect = Self(rawValue: "without-effect")
  /// A file too large, or that expands too far.
  public static let tooLarge = Self(rawValue: "too-large")
  /// A file that is not UTF-8.
  public static let notUTF8 = Self(rawValue: "not-utf8")
  /// A file or folder that cannot be read.
  public static let unreadable = Self(rawValue: "unreadable")
}

extension Problem.Code {
  /// The engine of a store failed.
  public static let storeFailed = Self(rawValue: "store-failed")
  /// A store has no room left.
  public static let storeFull = Self(rawValue: "store-full")
  /// A store that cannot be written here.
  public static let storeReadOnly = Self(rawValue: "store-read-only")
  /// A log that does not end where its writer left it.
  public static let storeMoved = Self(rawValue: "store-moved")
  /// A store that another process holds.
  public static let storeBusy = Self(rawValue: "store-busy")
  /// A store that others may write.
  public static let storeExposed = Self(rawValue: "store-exposed")
}
