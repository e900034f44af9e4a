import Measures
package import Records

extension TrustPolicy {
  /// The most bytes of a policy file.
  package static let maximumLength = 1_048_576
  /// The most logs, the most witnesses, and the most groups: the specification asks for 32 of each.
  package static let maximumDefinitions = 1024

  /// Reads a policy file.
  /// - Throws: ``Problems`` with the first line that breaks a rule.
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    var reader = TrustPolicyReader(file: file)
    guard bytes.count <= Self.maximumLength else {
      throw Problems(
        .tooLarge, file, 0, .notAPolicy, Phrase.moreBytesThan.with(.count(Self.maximumLength)), .correctPolicy
      )
    }
    var lines = LineCursor(bytes[...], file: file)
    while let line = lines.next() {
      try reader.read(line, lines.lastLine)
    }
    guard lines.isAtEnd else { throw reader.refusal(Phrase.noLastNewline.message, lines.line) }
    self = try reader.policy()
  }
}

/// Reads the lines of a policy file, each after those before it.
private struct TrustPolicyReader {
  let file: String
  private var line = 0
  private var logs: [TrustPolicy.Log] = []
  private var witnesses: [TrustPolicy.Witness] = []
  private var groups: [TrustPolicy.Group] = []
  private var defined: Set<LogName> = ["none"]
  private var members: Set<LogName> = []
  private var keys: Set<[UInt8]> = []
  private var identities: Set<NoteSignature.Identity> = []
  /// The quorum, once there is one; within, nil asks for none.
  private var quorum: LogName??

  init(file: String) { self.file = file }

  func refusal(_ reason: Message, _ line: Int) -> Problems {
    Problems(.badPolicy, file, line, .notAPolicy, reason, .correctPolicy)
  }

  private func refusal(_ reason: Phrase, _ names: LogName...) -> Problems {
    refusal(Message(reason, names.map { .quoted($0.text) }), line)
  }

  func policy() throws(Problems) -> TrustPolicy {
    guard let quorum else { throw refusal(Phrase.noQuorumLine.message, 0) }
    return TrustPolicy(logs: logs, witnesses: witnesses, groups: groups, quorum: quorum)
  }

  mutating func read(_ text: ArraySlice<UInt8>, _ number: Int) throws(Problems) {
    line = number
    guard text.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
      throw refusal(text.contains(0x0D) ? .carriageReturn : .controlCharacter)
    }
    // Only these two separate: any other space is part of a name.
    let words = text.split { $0 == 0x20 || $0 == 0x09 }
    guard let first = words.first, first.first != UInt8(ascii: "#") else { return }
    let rest = words.dropFirst()
    switch LogName(first) {
    case "log": try log(Array(rest))
    case "witness": try witness(Array(rest))
    case "group": try group(rest.map { LogName($0) })
    case "quorum": try quorum(rest.map { LogName($0) })
    default: throw refusal(.unknownLine, LogName(first))
    }
  }

  private mutating func log(_ words: [ArraySlice<UInt8>]) throws(Problems) {
    guard (1...2).contains(words.count) else { throw refusal(.logLine) }
    let verifier = try key(words[0], not: .cosignature, .cosignerAsLog)
    guard logs.count < TrustPolicy.maximumDefinitions else { throw refusal(.tooManyLines) }
    logs.append(TrustPolicy.Log(verifier: verifier, url: Self.url(words.dropFirst())))
  }

  private mutating func witness(_ words: [ArraySlice<UInt8>]) throws(Problems) {
    guard (2...3).contains(words.count) else { throw refusal(.witnessLine) }
    let name = try define(LogName(words[0]))
    let verifier = try key(words[1], not: .ed25519, .logAsCosigner)
    guard witnesses.count < TrustPolicy.maximumDefinitions else { throw refusal(.tooManyLines) }
    witnesses.append(TrustPolicy.Witness(name: name, verifier: verifier, url: Self.url(words.dropFirst(2))))
  }

  private mutating func group(_ words: [LogName]) throws(Problems) {
    guard words.count >= 3 else { throw refusal(.groupLine) }
    let names = Array(words.dropFirst(2))
    let threshold: Int
    switch words[1] {
    case "all": threshold = names.count
    case "any": threshold = 1
    default:
      guard let number = LogNumber.read(words[1].bytes[...]) else { throw refusal(.badThreshold, words[1]) }
      guard number >= 1, number <= UInt64(names.count) else { throw refusal(.thresholdOutside, words[1]) }
      threshold = Int(number)
    }
    for member in names {
      guard member != "none" else { throw refusal(.noneIsReserved) }
      guard defined.contains(member) else { throw refusal(.notDefined, member) }
      guard members.insert(member).inserted else { throw refusal(.memberTwice, member) }
    }
    guard groups.count < TrustPolicy.maximumDefinitions else { throw refusal(.tooManyLines) }
    groups.append(TrustPolicy.Group(name: try define(words[0]), threshold: threshold, members: names))
  }

  private mutating func quorum(_ words: [LogName]) throws(Problems) {
    guard words.count == 1 else { throw refusal(.quorumLine) }
    guard quorum == nil else { throw refusal(.secondQuorum) }
    guard defined.contains(words[0]) else { throw refusal(.notDefined, words[0]) }
    quorum = .some(words[0] == "none" ? nil : words[0])
  }

  private mutating func define(_ name: LogName) throws(Problems) -> LogName {
    guard name != "none" else { throw refusal(.noneIsReserved) }
    guard defined.insert(name).inserted else { throw refusal(.definedTwice, name) }
    return name
  }

  /// A key of one kind only. The same public key under another name is the same key: one operator would count twice.
  private mutating func key(
    _ text: ArraySlice<UInt8>, not forbidden: NoteKeyType, _ reason: Phrase
  ) throws(Problems) -> NoteVerifier {
    let verifier = try NoteVerifier(vkey: text, file: file, line: line)
    guard verifier.type != forbidden else { throw refusal(reason, verifier.name) }
    guard keys.insert(verifier.publicKey).inserted else { throw refusal(.keyTwice, verifier.name) }
    // The identifier is short: whoever wanted it could make a key that shadows another.
    guard identities.insert(verifier.identity).inserted else { throw refusal(.keysAlike, verifier.name) }
    return verifier
  }

  private static func url(_ words: ArraySlice<ArraySlice<UInt8>>) -> String? {
    words.first.map { String(decoding: $0, as: UTF8.self) }
  }
}
