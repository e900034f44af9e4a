/// What a key of signed notes signs, and how (signed-note, Signature types). Types that are not understood here are read and
/// kept: their signatures count for nothing.
package struct NoteKeyType: RawRepresentable, Hashable, Sendable {
  /// The byte that stands for the type.
  package let rawValue: UInt8

  /// The type of a byte.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Ed25519 over the text of the note.
  package static let ed25519 = Self(rawValue: 0x01)
  /// Ed25519 over a time and the text of a checkpoint (tlog-cosignature).
  package static let cosignature = Self(rawValue: 0x04)

  /// Whether signatures of the type can be verified here.
  package var isUnderstood: Bool { self == .ed25519 || self == .cosignature }
}
