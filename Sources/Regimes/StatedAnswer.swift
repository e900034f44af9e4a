package import Measures
package import Records

/// What a file says that the program answered: as much of it as is needed to answer again, and the whole to compare.
package struct StatedAnswer: Sendable {
  /// A regime as the file names it.
  package struct Pack: Hashable, Sendable {
    package let regime: String
    package let version: String
    package let digest: String
  }

  /// What was asked.
  package enum Asked: Hashable, Sendable {
    /// What a regime says of the subject; `isWhole`: with what was known.
    case determination(Pack, isWhole: Bool)
    /// A gate, of these regimes, among those loaded.
    case gate(action: String, place: String, of: [String], loaded: [Pack])
    /// The compute behind the subject, as a convention of this regime counts it; `viewer`: for whom, if a ledger was read for
    /// somebody.
    case account(convention: String, Pack, viewer: String?)
  }

  package let subject: String
  package let asOf: Instant
  package let knownAt: Instant?
  package let asked: Asked
  /// The log that its facts are of, if they are of one, as it stood.
  package let log: Log?
  /// The answer, in canonical form.
  package let canonical: String
}

extension StatedAnswer {
  /// A log as it stood.
  package struct Log: Hashable, Sendable {
    package let origin: String
    package let size: String
    package let root: String

    /// Holds what an answer says.
    package init(origin: String, size: String, root: String) {
      self.origin = origin
      self.size = size
      self.root = root
    }

    /// How an answer says it.
    package var json: JSON {
      .object(["origin": .string(origin), "size": .string(size), "root": .string(root)])
    }
  }

  private static func log(_ inputs: StatedMember) throws(Problems) -> Log? {
    guard inputs.has("log") else { return nil }
    let log = try inputs["log"]
    return Log(origin: try log.text("origin"), size: try log.text("size"), root: try log.text("root"))
  }

  /// Reads a determination: `body` and `inputs`, or a body alone.
  /// - Throws: ``Problems``.
  package init(determination json: JSON, at mark: Mark, _ path: String) throws(Problems) {
    let whole = StatedMember(json, mark, path)
    let isWhole = whole.has("body")
    let body = isWhole ? try whole["body"] : whole
    let pack = Pack(
      regime: try body.text("regime"), version: try body.text("version"), digest: try body.text("packDigest"))
    subject = try body.text("subject")
    asOf = try body.instant("asOf")
    knownAt = isWhole ? try whole["inputs"].instantIfAny("knownAt") : nil
    log = isWhole ? try Self.log(try whole["inputs"]) : nil
    asked = .determination(pack, isWhole: isWhole)
    canonical = json.canonical
  }

  /// Reads the answer of a gate.
  /// - Throws: ``Problems``.
  package init(gate json: JSON, at mark: Mark) throws(Problems) {
    let whole = StatedMember(json, mark, "")
    let gate = try whole["gate"]
    var (asked, loaded): ([String], [Pack]) = ([], [])
    for pack in try whole.elements("packs") {
      let regime = try pack.text("regime")
      let version = try pack.text("version")
      loaded.append(Pack(regime: regime, version: version, digest: try pack.text("packDigest")))
      if try pack.truth("asked") { asked.append("\(regime)@\(version)") }
    }
    subject = try whole.text("subject")
    asOf = try whole.instant("asOf")
    knownAt = try whole["inputs"].instantIfAny("knownAt")
    log = try Self.log(try whole["inputs"])
    self.asked = .gate(
      action: try gate.text("action"), place: try gate.text("where"), of: asked, loaded: loaded)
    canonical = json.canonical
  }

  /// Reads one total of an answer of `account`.
  /// - Throws: ``Problems``.
  package init(account json: JSON, of whole: StatedMember, at mark: Mark, _ path: String) throws(Problems) {
    let inputs = try whole["inputs"]
    let pack = try inputs["pack"]
    subject = try StatedMember(json, mark, path).text("artifact")
    asOf = try whole.instant("asOf")
    knownAt = try inputs.instantIfAny("knownAt")
    log = try Self.log(inputs)
    asked = .account(
      convention: try whole.text("convention"),
      Pack(
        regime: try pack.text("regime"), version: try pack.text("version"),
        digest: try pack.text("packDigest")), viewer: try inputs.textIfAny("viewer"))
    canonical = json.canonical
  }
}

/// A value in the file, with its path for people who look for it.
package struct StatedMember {
  private let json: JSON
  private let mark: Mark
  private let path: String

  package init(_ json: JSON, _ mark: Mark, _ path: String) {
    (self.json, self.mark, self.path) = (json, mark, path)
  }

  package func has(_ key: String) -> Bool {
    if case .object(let members) = json { members[key] != nil } else { false }
  }

  package var keys: [String] {
    if case .object(let members) = json { members.keys.sorted() } else { [] }
  }

  package subscript(key: String) -> StatedMember {
    get throws(Problems) {
      guard case .object(let members) = json else { throw wrong(.aGroup) }
      let below = path.isEmpty ? key : "\(path).\(key)"
      guard let value = members[key] else {
        throw Problems([
          Problem(
            .missingField, at: mark, field: below,
            rule: Phrase.missingField.with(.message(Phrase.anAnswer.message), .code(key)),
            remedy: Phrase.answerAgain.message)
        ])
      }
      return StatedMember(value, mark, below)
    }
  }

  package func text(_ key: String) throws(Problems) -> String {
    let member = try self[key]
    guard case .string(let text) = member.json else { throw member.wrong(.aText) }
    return text
  }

  package func truth(_ key: String) throws(Problems) -> Bool {
    let member = try self[key]
    guard case .bool(let value) = member.json else { throw member.wrong(.aTruth) }
    return value
  }

  package func number(_ key: String) throws(Problems) -> Int {
    let member = try self[key]
    guard case .int(let value) = member.json else { throw member.wrong(.aWholeNumber) }
    return value
  }

  package func textIfAny(_ key: String) throws(Problems) -> String? {
    if case .null = try self[key].json { return nil }
    return try text(key)
  }

  /// The elements of a list.
  package func values(_ key: String) throws(Problems) -> [JSON] {
    let member = try self[key]
    guard case .array(let elements) = member.json else { throw member.wrong(.aList) }
    return elements
  }

  package func elements(_ key: String) throws(Problems) -> [StatedMember] {
    let below = try self[key].path
    return try values(key).enumerated().map { StatedMember($1, mark, "\(below)[\($0)]") }
  }

  package func instant(_ key: String) throws(Problems) -> Instant {
    let text = try text(key)
    // As it is written, and no other way.
    guard let moment = try? Moment(text), case .instant(let instant) = moment, instant.description == text
    else { throw try self[key].wrong(.anInstant) }
    return instant
  }

  package func instantIfAny(_ key: String) throws(Problems) -> Instant? {
    if case .null = try self[key].json { return nil }
    return try instant(key)
  }

  private func wrong(_ expected: Phrase) -> Problems {
    Problems([
      Problem(
        .wrongType, at: mark, field: path,
        rule: Phrase.wrongType.with(.message(expected.message), .quoted(json.canonical)),
        remedy: Phrase.answerAgain.message)
    ])
  }
}
