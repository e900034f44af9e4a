public import Measures
public import Records

/// The first leaf of a log.
public enum Genesis {
  /// The record that founds a log.
  /// - Parameter logKey: what verifies its checkpoints, as verifiers write it.
  public static func draft(
    origin: String, logKey: String, clockKey: [UInt8], founders: [KeyGrant], policy: AdmissionPolicy
  ) -> Draft {
    var fields: [String: Value] = [
      "origin": .text(origin), "log-key": .text(logKey), "clock-key": .text(Base64.encode(clockKey)),
      "founders": .list(founders.map { .group($0.fields) }),
    ]
    fields.merge(policy.fields) { first, _ in first }
    return Draft(ofLedger: "genesis", Admission.log, "0", fields)
  }
}

extension KeyGrant {
  /// The record with which `issuer` introduces the key.
  public func draft(by issuer: String) -> Draft { Draft(ofLedger: "key", issuer, id.local, fields) }

  /// The record with which `issuer` takes the key away.
  public func revocation(by issuer: String, ground: String?) -> Draft {
    var fields: [String: Value] = ["of": .reference(id)]
    fields["ground"] = ground.map { .text($0) }
    return Draft(ofLedger: "revocation", issuer, id.local, fields)
  }
}

extension AdmissionPolicy {
  /// The record that states the policy, as the revision of that number.
  public func draft(revision: Int) -> Draft {
    var fields = fields
    fields["revision"] = .integer(revision)
    return Draft(ofLedger: "policy", Admission.log, "policy", fields)
  }
}

/// A party lets another speak about what is its own.
public struct Delegation: Hashable, Sendable {
  /// Whose things they are.
  public let from: String
  /// Who may speak about them.
  public let to: String
  /// With records of these kinds.
  public let kinds: Set<String>
  /// Until when.
  public let until: Moment?

  /// Creates a delegation.
  public init(from: String, to: String, kinds: Set<String>, until: Moment?) {
    self.from = from
    self.to = to
    self.kinds = kinds
    self.until = until
  }

  /// What another leaves of it that is said later; `nil`: nothing.
  func without(_ later: Delegation) -> Delegation? {
    guard from == later.from, to == later.to else { return self }
    let left = kinds.subtracting(later.kinds)
    return left.isEmpty ? nil : Delegation(from: from, to: to, kinds: left, until: until)
  }

  init?(_ fields: [String: Value], by issuer: String) {
    guard let to = fields["to"]?.reference else { return nil }
    self.init(
      from: issuer, to: to.namespace, kinds: Set((fields["kinds"]?.elements ?? []).compactMap(\.text)),
      until: fields["until"]?.moment)
  }

  /// The record that says so, as the revision of that number. Its name is who may speak with what: said again, it is said anew,
  /// and ends where `until` is past.
  public func draft(revision: Int) -> Draft {
    var fields: [String: Value] = [
      "to": .reference(GlobalID(to, "party", to)), "kinds": .list(kinds.sorted().map { .word($0) }),
      "revision": .integer(revision),
    ]
    fields["until"] = until.map { .moment($0) }
    let said = ([to] + kinds.sorted()).joined(separator: " ")
    return Draft(
      ofLedger: "delegation", from, String(Digest.sha256(Array(said.utf8)).prefix(32)), fields)
  }
}

/// Who may read the body of a record from now on.
public struct AudienceChange: Hashable, Sendable {
  /// The record.
  public let of: GlobalID
  /// The revision.
  public let revision: Int
  /// The fields; none: all.
  public let fields: [String]
  /// Who may read them besides the issuer; `nil`: nobody any more, they are erased.
  public let readers: Readers?
  /// On which ground.
  public let ground: String

  /// Creates a change.
  public init(of: GlobalID, revision: Int, fields: [String], readers: Readers?, ground: String) {
    self.of = of
    self.revision = revision
    self.fields = fields
    self.readers = readers
    self.ground = ground
  }

  /// The record that states the change, under a name of its own.
  public func draft(named local: String) -> Draft {
    var members: [String: Value] = [
      "of": .reference(of), "of-revision": .integer(revision), "ground": .text(ground),
    ]
    if !fields.isEmpty { members["fields"] = .list(fields.sorted().map { .word($0) }) }
    if let readers {
      let words = readers.words
      if !words.isEmpty { members["to"] = .list(words.map { .word($0) }) }
    } else {
      members["disposed"] = .flag(true)
    }
    return Draft(ofLedger: "audience", of.namespace, local, members)
  }

  /// Reads such a record from its head.
  package init?(unchecked head: Head) {
    func texts(_ name: String) -> [String] {
      guard case .array(let elements)? = head.fields[name] else { return [] }
      return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    func text(_ name: String) -> String? {
      if case .string(let text)? = head.fields[name] { text } else { nil }
    }
    guard let of = text("of").flatMap(GlobalID.init(full:)),
      let revision = text("of-revision").flatMap(Int.init),
      let ground = text("ground")
    else { return nil }
    self.init(
      of: of, revision: revision, fields: texts("fields"),
      readers: text("disposed") == "yes" ? nil : Readers(words: texts("to")), ground: ground)
  }

  /// Reads the fields of such a record.
  public init?(_ fields: [String: Value]) {
    guard let of = fields["of"]?.reference, let revision = fields["of-revision"]?.whole,
      let ground = fields["ground"]?.text
    else { return nil }
    let isDisposed = fields["disposed"]?.text == "yes"
    self.init(
      of: of, revision: revision, fields: (fields["fields"]?.elements ?? []).compactMap(\.text),
      readers: isDisposed ? nil : Readers(words: (fields["to"]?.elements ?? []).compactMap(\.text)),
      ground: ground)
  }
}

extension Submission {
  /// Whether it says that a body is erased, whether or not that is admitted.
  package var erases: Bool {
    guard let head = try? Statement(payload: envelope.payload, file: "statement").head,
      head.kind == "audience", let change = AudienceChange(unchecked: head)
    else { return false }
    return change.readers == nil
  }
}

extension Draft {
  /// A record of a kind that only ledgers hold.
  package init(ofLedger kind: String, _ issuer: String, _ local: String, _ fields: [String: Value]) {
    guard let known = Kinds.inLedger(kind) else { preconditionFailure("\(kind) is a kind of ledgers") }
    self.init(
      kind: known, id: GlobalID(issuer, kind, local), fields: fields, mark: Mark(file: "ledger", line: 0))
  }
}
