extension Problem.Code {
  /// An envelope, a note, a proof, a tile or a key that is not in its form.
  public static let malformed = Self(rawValue: "malformed")
  /// A key that nobody introduced.
  public static let unknownKey = Self(rawValue: "unknown-key")
  /// A key that does not count at that time: not yet, not any more, revoked.
  public static let keyNotValid = Self(rawValue: "key-not-valid")
  /// A statement that the policy does not admit from these signers.
  public static let notAdmitted = Self(rawValue: "not-admitted")
  /// Openings that are not those of the seal.
  public static let sealDiffers = Self(rawValue: "seal-differs")
  /// What a store holds cannot be right.
  public static let storeDamaged = Self(rawValue: "store-damaged")
  /// A private key that others may read.
  public static let unsafeKeyFile = Self(rawValue: "unsafe-key-file")
  /// A log that is older than one that was seen, or has another past.
  public static let logMoved = Self(rawValue: "log-moved")
  /// A remark: the clock is behind the time that a log has recorded.
  public static let clockBehind = Self(rawValue: "clock-behind")
  /// A witness that cannot be reached, or does not cosign.
  public static let witnessRefused = Self(rawValue: "witness-refused")
}
