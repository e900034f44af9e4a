import Ledger
import Measures
import Records
import TestSupport

/// The specimens as files: the first inputs of each target.
package enum SpecimenFiles {
  /// Name and bytes, by target.
  package static func all() -> [String: [(name: String, bytes: [UInt8])]] {
    ["leaf": leaf, "note": note, "proof": proof, "json": json, "dossier": [("marked", marked)]]
  }

  private static var leaf: [(name: String, bytes: [UInt8])] {
    let submissions = Specimens.submissions
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, submission) in submissions.enumerated() {
      files.append(("envelope-\(index)", submission.envelope.bytes))
      files.append(("statement-\(index)", submission.envelope.payload))
      files.append(("statements-\(index)", StatementFile([submission]).bytes))
      if let commitments = submission.commitments { files.append(("seal-\(index)", Seal.list(commitments))) }
      for (number, opening) in submission.openings.prefix(3).enumerated() {
        files.append(("opening-\(index)-\(number)", opening.bytes))
      }
    }
    files.append(("card", Specimens.grant.card))
    let secret = Base64.encode([UInt8](repeating: 3, count: 32))
    let other = Base64.encode([UInt8](repeating: 9, count: 32))
    let open = Base64.encode(Specimens.grant.publicKey)
    let key =
      "{\"custody\":\"self-held\",\"ecluse-key\":1,\"party\":\"acme\",\"person\":\"p1\",\"private\":\"\(secret)\","
      + "\"public\":\"\(open)\",\"sealing\":\"\(other)\"}\n"
    let log =
      "{\"checkpoint\":\"\(secret)\",\"clock\":\"\(other)\",\"ecluse-log\":1,\"origin\":\"log.example\"}\n"
    return files + [("key", Array(key.utf8)), ("log", Array(log.utf8))]
  }

  private static var note: [(name: String, bytes: [UInt8])] {
    [
      ("checkpoint", Specimens.note.bytes), ("text", Specimens.note.text), ("letter", Specimens.letter.bytes),
      ("vkey", Array(Specimens.verifiers[0].vkey.utf8)), ("witness", Array(Specimens.witness.vkey.utf8)),
    ]
  }

  private static var proof: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, receipt) in Specimens.receipts.enumerated() {
      files.append(("receipt-\(index)", receipt.bytes))
      files.append(("bundle-\(index)", receipt.extra ?? []))
      files.append(("bare-\(index)", bare(receipt)))
      for size in 1...Specimens.leaves.count where index < size {
        files.append(("path-\(index)-\(size)", path(index, size)))
      }
    }
    let lines = Specimens.note.signatures.flatMap(\.line)
    let body = Specimens.must { try WitnessRequest(old: 3, proof: receiptHashes, note: Specimens.note).body }
    let entries = Specimens.must { try EntryBundle.encode([[1, 2, 3], []]) }
    return files + [
      ("policy", Array(Specimens.policyText.utf8)), ("cosigned", lines), ("conflict", Array("120\n".utf8)),
      ("request", body), ("entries", entries), ("tile", Array("tile/entries/x001/x234/067.p/23".utf8)),
      ("hashes", Array("tile/3/007".utf8)),
    ]
  }

  private static var receiptHashes: [TreeHash] { PlainTree.subproof(3, Specimens.hashes[...]) }

  private static func bare(_ receipt: ProofFile) -> [UInt8] {
    Specimens.must {
      try ProofFile(index: receipt.index, hashes: receipt.hashes, note: receipt.note).bytes
    }
  }

  /// The input of which the check of proofs makes a right one.
  private static func path(_ index: Int, _ size: Int) -> [UInt8] {
    let hashes = PlainTree.path(index, Specimens.hashes[..<size])
    return [UInt8(size), UInt8(index), UInt8(index)]
      + hashes.map { hash in Specimens.nodes.firstIndex(of: hash).map { UInt8($0) } ?? 0 }
  }

  private static var json: [(name: String, bytes: [UInt8])] {
    let text = #"{"a":[1,-0.5e+3,true,"\u00e9\ud83d\ude00\n"],"list":[null,false,{"b":{}}],"é":""}"#
    return [("every", Array(text.utf8)), ("leaf", Specimens.leaves[0])]
  }

  /// One record of every kind, as a dossier in JSON, which YAML is too.
  private static var marked: [UInt8] {
    var list: [JSON] = [.object(["dossier": .string("acme")])]
    for kind in Kinds.all {
      let draft = Specimens.must { try MarkedDraft.of(kind, bodyMark: "m") }
      var members = draft.fields.mapValues(\.json)
      members[kind.name] = .string(draft.id.local)
      list.append(.object(members))
    }
    return Array(JSON.array(list).canonical.utf8)
  }
}
