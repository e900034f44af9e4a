import Ledger
import Measures
import Records

/// What a file shows to whoever checks it: who says it, when, whether it is in a log, what is withheld on which ground, and what
/// could not be checked.
struct Shown {
  /// What is known, in sentences.
  var known: [Message] = []
  /// What could not be checked.
  var open: [Message] = []
  /// What is not as it says.
  var wrong: [Message] = []

  /// Whether who says it, and that it is so, is shown.
  var isShown: Bool { wrong.isEmpty && isEstablished }
  var isEstablished = true

  /// The sentences.
  func lines(_ style: TextStyle) -> [String] {
    let tone: TextStyle.Tone = wrong.isEmpty ? isEstablished ? .open : .undetermined : .closed
    let verdict: Phrase = wrong.isEmpty ? isEstablished ? .isShown : .isNotShown : .isWrong
    // What holds of many statements alike is said once.
    var said: Set<Message> = []
    let open = open.filter { said.insert($0).inserted }
    return [style(style.say(verdict), tone)] + (wrong + known).map { style.say($0) }
      + (open.isEmpty
        ? [] : [style(style.say(Phrase.notChecked), .faint)] + open.map { "  " + style.say($0) })
  }
}

extension Shown {
  /// A proof.
  init(_ proof: ProofFile, by policy: TrustPolicy?, file: String) throws(Problems) {
    let trust = if let policy { policy } else { try TrustPolicy(ownOf: proof, file: file) }
    let proved = try ProvedStatement(proof, by: trust, places: Workspace.places(), file: file)
    let head = proved.head
    known.append(.of(head, signedBy: proved.signers))
    let checkpoint = proved.accepted.checkpoint
    known.append(
      Phrase.inLog.with(
        .code(checkpoint.origin.text), .count(Int(proved.index)), .count(Int(checkpoint.size))))
    if let time = proved.notBefore { known.append(Phrase.atLogTime.with(.code(time.description))) }
    for seen in proved.accepted.seen {
      let time = Instant(milliseconds: Int64(clamping: seen.time) &* 1000)
      known.append(Phrase.witnessed.with(.code(seen.witness.name.text), .code(time.description)))
    }
    tell(openings: proved.openings, withheld: proved.withheld, absences: proved.absences)
    if policy == nil {
      isEstablished = false
      open.append(Phrase.logNotTrusted.message)
    }
    if proved.accepted.seen.isEmpty { open.append(Phrase.unwitnessed.message) }
    if proved.notBefore == nil { open.append(Phrase.timeNotShown.message) }
    for key in proved.unknownSigners {
      isEstablished = false
      open.append(Phrase.keyNotShown.with(.code(key)))
    }
    if !proved.signers.contains(where: { $0.party == head.issuer }), head.issuer != Admission.log {
      isEstablished = false
      open.append(Phrase.issuerNotShown.with(.code(head.issuer)))
    }
    open.append(Phrase.revocationNotShown.message)
  }

  /// A checkpoint, or another note.
  init(_ note: SignedNote, by policy: TrustPolicy?) throws(Problems) {
    let checkpoint = try Checkpoint(note)
    known.append(Phrase.checkpointOf.with(.code(checkpoint.origin.text), .count(Int(checkpoint.size))))
    guard let policy else {
      isEstablished = false
      open.append(Phrase.logNotTrusted.message)
      return
    }
    for seen in try policy.check(note).seen {
      let time = Instant(milliseconds: Int64(clamping: seen.time) &* 1000)
      known.append(Phrase.witnessed.with(.code(seen.witness.name.text), .code(time.description)))
    }
  }

  /// Signed statements, perhaps in a ledger that is here.
  init(_ file: StatementFile, in folder: LedgerFolder?, file name: String) throws(Problems) {
    let places = try Workspace.places()
    let reader = SignedFields(places: places)
    if folder == nil {
      isEstablished = false
      open.append(Phrase.noLedgerHere.message)
    }
    guard !file.submissions.isEmpty else {
      throw Problems([
        Problem(
          .missingRecord, at: Mark(file: name, line: 0), rule: Phrase.noStatementInIt.message,
          remedy: Phrase.takeAsMade.message)
      ])
    }
    let ledger = try folder.map { folder throws(Problems) in
      try awaiting { () throws(Problems) in try await FoundStatement.Ledger(folder) }
    }
    for submission in file.submissions {
      let statement = try Statement(payload: submission.envelope.payload, file: name)
      _ = try statement.head.values(reader)
      let withheld = try submission.checkedBody(statement)
      guard let ledger else {
        known.append(.of(statement.head, signedBy: []))
        tell(openings: submission.openings, withheld: withheld, absences: [:])
        continue
      }
      let found = try awaiting { () throws(Problems) in
        try await FoundStatement(submission.envelope, statement, in: ledger)
      }
      known.append(.of(statement.head, signedBy: found.signers))
      if let row = found.row {
        known.append(
          Phrase.inLog.with(.code(ledger.origin), .count(Int(row.leaf)), .count(Int(ledger.size))))
        // The first leaf comes before the first tick.
        if row.time > 0 {
          known.append(Phrase.atLogTime.with(.code(Instant(milliseconds: row.time).description)))
        }
      } else {
        isEstablished = false
        known.append(Phrase.notInLog.with(.code(ledger.origin)))
      }
      tell(
        openings: submission.openings, withheld: withheld,
        absences: found.history.absences(of: withheld, first: statement.head.readers))
      for key in found.unknown {
        isEstablished = false
        open.append(Phrase.keyNotShown.with(.code(key)))
      }
      if !found.signers.contains(where: { $0.party == statement.head.issuer }), !found.isOfTheLog,
        statement.head.issuer != Admission.log || found.row == nil
      {
        isEstablished = false
        open.append(Phrase.issuerNotShown.with(.code(statement.head.issuer)))
      }
    }
  }

  mutating func tell(_ ledger: LedgerReading?) {
    open.append(Phrase.nobodySigned.message)
    guard let ledger else {
      open.append(Phrase.factsUnsigned.message)
      return
    }
    known.append(Phrase.factsFromLog.with(.code(ledger.origin), .count(Int(ledger.size))))
  }

  private mutating func tell(
    openings: [Opening], withheld: [String]?, absences: [String: AudienceHistory.Absence]
  ) {
    if !openings.isEmpty {
      known.append(Phrase.fieldsShown.with(.code(openings.map(\.field).sorted().joined(separator: ", "))))
    }
    guard let withheld else {
      known.append(
        absences[Seal.listField].map {
          ($0.isErased ? Phrase.bodyErasedFor : .bodyNotShownFor).with(.quoted($0.ground))
        } ?? Phrase.bodyNotShown.message)
      for field in absences.keys.sorted() where field != Seal.listField { tell(field, absences[field]) }
      return
    }
    for field in withheld { tell(field, absences[field]) }
  }

  private mutating func tell(_ field: String, _ absence: AudienceHistory.Absence?) {
    known.append(
      absence.map {
        ($0.isErased ? Phrase.fieldErasedFor : .fieldNotShownFor).with(.code(field), .quoted($0.ground))
      } ?? Phrase.fieldNotShown.with(.code(field)))
  }
}

extension Message {
  /// Who says what.
  fileprivate static func of(_ head: Head, signedBy signers: [KeyGrant]) -> Message {
    let people = signers.map { "\($0.party) (\($0.person))" }.joined(separator: ", ")
    return signers.isEmpty
      ? Phrase.saysUnsigned.with(.code(head.issuer), .code(head.id.full), .count(head.revision))
      : Phrase.saysSigned.with(.code(head.issuer), .code(head.id.full), .count(head.revision), .code(people))
  }
}

/// A statement as a ledger that is here knows it.
struct FoundStatement: Sendable {
  let row: StatementRow?
  /// The keys of the log that signed it.
  let signers: [KeyGrant]
  /// Keys that signed it and that the log does not know, or did not admit it with.
  let unknown: [String]
  /// Whether it is the log's own and the very one that stands in it: a tick is signed by no party.
  let isOfTheLog: Bool
  /// How its readers changed.
  let history: AudienceHistory

  /// A ledger, with the keys that its log has introduced.
  struct Ledger: Sendable {
    let store: any Store
    let admission: Admission
    let size: UInt64
    var origin: String { admission.origin ?? "" }

    init(_ folder: LedgerFolder) async throws(Problems) {
      store = try folder.reading()
      admission = try await AdmissionState.read(store, places: Workspace.places())
      size = try await store.head()?.size ?? 0
    }
  }

  /// - Throws: ``Problems``: a signature of a known key is not over these bytes.
  init(_ envelope: Envelope, _ statement: Statement, in ledger: Ledger) async throws(Problems) {
    let (store, admission) = (ledger.store, ledger.admission)
    var query = StatementQuery()
    (query.id, query.revision) = (statement.head.id, statement.head.revision)
    let row = try await store.statements(query).first { $0.payload == statement.digest }
    let leaf = if let row { try await store.leaves(row.leaf..<row.leaf + 1).first } else { [UInt8]?.none }
    let admitted = try leaf.map { bytes throws(Problems) in try Envelope(bytes, file: "leaf") }
    self.row = row
    isOfTheLog = statement.head.issuer == Admission.log && admitted == envelope
    var (signers, unknown): ([KeyGrant], [String]) = ([], [])
    for signature in envelope.signatures where !isOfTheLog || admission.ring[signature.keyID] != nil {
      guard let grant = admission.ring[signature.keyID] else {
        unknown.append(signature.keyID)
        continue
      }
      guard envelope.isSigned(by: grant.publicKey, keyID: signature.keyID) else {
        throw Problems([
          Problem(
            .badSignature, at: Mark(file: statement.head.id.full, line: 0),
            rule: Phrase.otherSignature.with(.code(signature.keyID)), remedy: Phrase.signAgain.message)
        ])
      }
      // A key that signed afterwards was not judged by the log.
      if admitted.map({ $0.signatures.contains(signature) }) ?? true {
        signers.append(grant)
      } else {
        unknown.append(signature.keyID)
      }
    }
    (self.signers, self.unknown) = (signers, unknown)
    history = if let row { try await Audiences(store, of: row)[row.leaf] } else { AudienceHistory() }
  }
}
