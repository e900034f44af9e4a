import Measures
public import Records

/// What everyone may see of a record: what it is about, who says it, when, who may read the rest.
public struct Head: Hashable, Sendable {
  /// The kind of record.
  public let kind: String
  /// The version of that kind.
  public let version: Int
  /// The name of the thing.
  public let id: GlobalID
  /// The revision, from 1.
  public let revision: Int
  /// The namespace of the party that says it.
  public let issuer: String
  /// Who may read the body besides the issuer, as it was signed.
  public let readers: Readers
  /// The fields that the schema of the kind shows to everyone.
  public let fields: [String: JSON]

  /// The head of what a draft says. Where it does not say who may read it, `readers` may.
  public init(_ draft: Draft, readers: Readers) {
    kind = draft.kind.name
    version = draft.kind.version
    id = draft.id
    revision = draft.revision
    issuer = draft.id.namespace
    let words = draft.fields["readers"].map { $0.elements.compactMap(\.text) }
    self.readers = words.map(Readers.init(words:)) ?? readers
    fields = draft.parts.head.filter { !Self.apart.contains($0.key) }
  }

  /// Fields of a record that are members of the head itself.
  private static let apart: Set = ["revision", "readers"]

  /// Reads a head.
  /// - Throws: ``Problems``: a member is missing or is not what it should be.
  init(_ tree: Node) throws(Problems) {
    func text(_ name: String) throws(Problems) -> String {
      guard let text = tree[name]?.text else { throw .malformed(tree.mark, .headLacks, [.code(name)]) }
      return text
    }
    func number(_ name: String) throws(Problems) -> Int {
      let text = try text(name)
      guard text.utf8.count < 10, let number = Int(text), number > 0, String(number) == text else {
        throw .malformed(tree[name]?.mark, .headLacks, [.code(name)])
      }
      return number
    }
    (kind, issuer) = (try text("kind"), try text("issuer"))
    (version, revision) = (try number("version"), try number("revision"))
    let name = try text("id")
    guard let id = GlobalID(full: name), id.isWellFormed, id.kind == kind, id.namespace == issuer else {
      throw .malformed(tree["id"]?.mark, .headMisnamed, [.quoted(name)])
    }
    self.id = id
    guard let list = tree["readers"]?.elements else {
      throw .malformed(tree.mark, .headLacks, [.code("readers")])
    }
    let words = list.compactMap(\.text)
    guard words.count == list.count, words.allSatisfy(GlobalID.isNamespace) else {
      throw .malformed(tree["readers"]?.mark, .headLacks, [.code("readers")])
    }
    readers = Readers(words: words)
    guard let fields = tree["fields"]?.entries else {
      throw .malformed(tree.mark, .headLacks, [.code("fields")])
    }
    self.fields = Dictionary(fields.map { ($0.key, $0.value.json) }) { first, _ in first }
  }

  /// Appends the canonical JSON of the head.
  func write(to bytes: inout [UInt8]) {
    bytes += #"{"fields":"#.utf8
    JSON.object(fields).write(to: &bytes)
    for (name, text) in [("id", id.full), ("issuer", issuer), ("kind", kind)] {
      bytes += ",\"\(name)\":".utf8
      JSON.write(text, to: &bytes)
    }
    bytes += #","readers":"#.utf8
    JSON.strings(readers.words).write(to: &bytes)
    bytes += ",\"revision\":\(revision),\"version\":\(version)}".utf8
  }

  /// The fields by their schema; of a kind that this version does not know, none.
  /// - Throws: ``Problems``: a field is not what its schema says.
  public func values(_ reader: SignedFields) throws(Problems) -> [String: Value]? {
    guard let known = Kinds.inLedger(kind), known.version == version else { return nil }
    var values = try reader.head(JSON.object(fields).node, of: known)
    values["revision"] = .integer(revision)
    values["readers"] = .list(readers.words.map { .word($0) })
    return values
  }

  /// Every name that it mentions, also of a kind that this version does not know: whatever has the form of a name.
  public var mentions: Set<GlobalID> {
    var found: Set<GlobalID> = []
    func look(_ tree: JSON) {
      switch tree {
      case .string(let text): if let id = GlobalID(full: text), id.isWellFormed { found.insert(id) }
      case .array(let elements): elements.forEach(look)
      case .object(let members): members.values.forEach(look)
      default: break
      }
    }
    look(.object(fields))
    return found
  }
}

extension Readers {
  /// `public` alone, or the namespaces of parties.
  public init(words: [String]) {
    self = words.contains("public") ? .everyone : .parties(Set(words))
  }

  /// The words, in order.
  public var words: [String] {
    switch self {
    case .everyone: ["public"]
    case .parties(let names): names.sorted()
    }
  }
}
