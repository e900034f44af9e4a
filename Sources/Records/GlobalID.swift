/// The name of a thing everywhere: `<namespace>/<kind>/<local>`, written `<namespace>:<local>` where the
/// kind is clear. A namespace belongs to one party.
///
/// A value behind one reference, hashed once: names are copied and looked up more than anything else.
public struct GlobalID: Sendable {
  private final class Parts: Sendable {
    let namespace: String
    let kind: String
    let local: String
    let hash: Int

    init(_ namespace: String, _ kind: String, _ local: String) {
      self.namespace = namespace
      self.kind = kind
      self.local = local
      var hasher = Hasher()
      hasher.combine(namespace)
      hasher.combine(kind)
      hasher.combine(local)
      hash = hasher.finalize()
    }
  }

  private let parts: Parts

  /// The namespace of the party that named it.
  public var namespace: String { parts.namespace }
  /// The kind of thing, such as `artifact`.
  public var kind: String { parts.kind }
  /// The name within namespace and kind.
  public var local: String { parts.local }

  /// Creates a name.
  public init(_ namespace: String, _ kind: String, _ local: String) {
    parts = Parts(namespace, kind, local)
  }

  /// Reads `namespace/kind/local`.
  public init?(full text: String) {
    if let plain = Self.plain(text) {
      self.init(plain)
      return
    }
    let parts = text.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count == 3 else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }

  private init(_ parts: Parts) { self.parts = parts }

  /// The usual name, in ASCII and with three parts: whole logs are read by it.
  private static func plain(_ text: String) -> Parts? {
    let utf8 = text.utf8
    guard let first = utf8.firstIndex(of: slash), first > utf8.startIndex else { return nil }
    let middle = utf8.index(after: first)
    guard let second = utf8[middle...].firstIndex(of: slash), second > middle else { return nil }
    let last = utf8.index(after: second)
    guard last < utf8.endIndex, utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return Parts(String(text[..<first]), String(text[middle..<second]), String(text[last...]))
  }

  private static let slash = UInt8(ascii: "/")

  /// Whether each of its parts is spelt as it must be, whether or not the kind is known.
  public var isWellFormed: Bool {
    Self.isNamespace(namespace) && Self.isNamespace(kind) && Self.isLocal(local)
  }

  /// Whether `text` may name a namespace: lower-case ASCII letters, digits and hyphens.
  public static func isNamespace(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 64 else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// Whether `text` may be a local name.
  public static func isLocal(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 200 else { return false }
    func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
    return isPlain(first)
      && bytes.allSatisfy {
        isPlain($0) || (0x2D...0x2F).contains($0) || $0 == 0x5F || $0 == 0x2B
      }
  }

  /// `namespace/kind/local`, the form without ambiguity.
  public var full: String {
    var text = namespace
    text.reserveCapacity(namespace.utf8.count + kind.utf8.count + local.utf8.count + 2)
    text += "/"
    text += kind
    text += "/"
    text += local
    return text
  }
}

extension GlobalID: Hashable {
  /// Whether both are one name.
  public static func == (left: GlobalID, right: GlobalID) -> Bool {
    left.parts === right.parts
      || (left.parts.hash == right.parts.hash && left.local == right.local
        && left.namespace == right.namespace && left.kind == right.kind)
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts.hash) }
}

extension GlobalID: Comparable, CustomStringConvertible {
  /// Sorted by the full form.
  public static func < (left: GlobalID, right: GlobalID) -> Bool {
    (left.namespace, left.kind, left.local) < (right.namespace, right.kind, right.local)
  }
  /// `namespace:local`.
  public var description: String { "\(namespace):\(local)" }
}
