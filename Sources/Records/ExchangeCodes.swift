extension Problem.Code {
  /// A table whose rows or columns are broken or shifted.
  public static let badTable = Self(rawValue: "bad-table")
  /// A file of another format, or of a version of it that is not read.
  public static let wrongFormat = Self(rawValue: "wrong-format")
  /// A remark: two parts of an imported source contradict each other.
  public static let sourceConflict = Self(rawValue: "source-conflict")
  /// A remark: an imported source lacks something that accounting needs.
  public static let sourceIncomplete = Self(rawValue: "source-incomplete")
  /// A remark: what is passed on holds what not everybody may read.
  public static let disclosed = Self(rawValue: "disclosed")
  /// A remark: something of an imported source was left out, or taken otherwise than it stands there.
  public static let notTaken = Self(rawValue: "not-taken")
}
