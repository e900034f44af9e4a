import Ledger
import Measures
import Records

/// What is handed out of a log and to witnesses, and the proofs that are checked by it.
package enum ProofCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    receipt(bytes)
    _ = Check.settled(
      bytes, "a bundle of evidence",
      { bytes throws(Problems) in try ProofBundle(bytes, file: "fuzz.tlog-proof") }, written: \.bytes)
    hashes(bytes)
    entries(bytes)
    policy(bytes)
    witnesses(bytes)
    if let text = String(validating: bytes, as: UTF8.self), let tile = Tile(path: text) {
      Check.same(Array(tile.path.utf8), bytes, "a tile: written as it was read")
      Check.that((1...Tile.full).contains(tile.width), "a tile has a width")
    }
  }

  private static func receipt(_ bytes: [UInt8]) {
    let proof = Check.exact(
      bytes, "a receipt", { bytes throws(Problems) in try ProofFile(bytes, file: "fuzz.tlog-proof") },
      written: \.bytes)
    guard let proof else { return }
    let leaves = Specimens.leaves
    for (index, leaf) in leaves.enumerated() {
      guard (try? proof.verify(leaf: .leaf(leaf), by: Specimens.policy)) != nil else { continue }
      Check.same(proof.index, UInt64(index), "a leaf is proved at its own place")
      Check.same(proof.hashes, PlainTree.path(index, Specimens.hashes[...]), "there is one proof")
      var changed = leaf
      changed[leaf.count / 2] ^= 1
      Check.that(
        (try? proof.verify(leaf: .leaf(changed), by: Specimens.policy)) == nil, "a changed leaf has no proof")
    }
    let shown = Check.read(bytes) { _ throws(Problems) in
      try ProvedStatement(proof, by: Specimens.policy, places: Specimens.places, file: "fuzz.tlog-proof")
    }
    guard let shown else { return }
    let payload = Specimens.payload(at: Int(shown.index))
    Check.same(
      Check.read(payload) { bytes throws(Problems) in try Statement(payload: bytes, file: "").head },
      shown.head,
      "what is shown is what the log holds")
    for opening in shown.openings {
      Check.that(Specimens.openings.contains(opening.bytes), "an opening that is shown was sealed")
    }
    for signer in shown.signers {
      Check.that(Specimens.signers.contains(signer.publicKey), "a signer is known")
    }
    if let own = Check.read(bytes, { _ throws(Problems) in try TrustPolicy(ownOf: proof, file: "fuzz") }) {
      Check.that(own.logs.count == 1, "a proof names one log")
    }
  }

  /// A proof made of the hashes of a tree, right ones at wrong places or others: what is accepted is the one right proof.
  private static func hashes(_ bytes: [UInt8]) {
    guard bytes.count > 3, bytes.count < 80 else { return }
    let (leaves, nodes) = (Specimens.hashes, Specimens.nodes)
    let size = Int(bytes[0]) % (leaves.count + 1)
    let index = bytes[1]
    let hashes = bytes.dropFirst(3).map { nodes[Int($0) % nodes.count] }
    let root = PlainTree.root(leaves[..<size])
    let leaf = leaves[Int(bytes[2]) % leaves.count]
    let inclusion = InclusionProof(index: UInt64(index), size: UInt64(size), hashes: hashes)
    if (try? inclusion.verify(leaf: leaf, root: root)) != nil {
      Check.that(Int(index) < size && leaf == leaves[Int(index)], "a leaf is proved at its own place")
      Check.same(hashes, PlainTree.path(Int(index), leaves[..<size]), "there is one proof of a leaf")
    }
    let consistency = ConsistencyProof(old: UInt64(index), new: UInt64(size), hashes: hashes)
    let old = PlainTree.root(leaves[..<min(Int(index), leaves.count)])
    if (try? consistency.verify(oldRoot: old, newRoot: root)) != nil {
      Check.that(Int(index) <= size, "a log does not shrink")
      let right = index == 0 ? [] : PlainTree.subproof(Int(index), leaves[..<size])
      Check.same(hashes, right, "there is one proof of growth")
    }
    // Any other numbers: whatever they are, the ends are found.
    let wide = bytes.prefix(16).reduce(UInt64(0)) { $0 &* 257 &+ UInt64($1) }
    _ = try? InclusionProof(index: wide, size: wide | 1 << 62, hashes: hashes).verify(leaf: leaf, root: root)
    _ = try? ConsistencyProof(old: wide, new: wide | 1 << 62, hashes: hashes).verify(
      oldRoot: old, newRoot: root)
  }

  private static func entries(_ bytes: [UInt8]) {
    for width in [1, 2, 9, Tile.full] {
      let entries = Check.read(bytes) { bytes throws(Problems) in
        try EntryBundle.decode(bytes, width: width, file: "fuzz")
      }
      guard let entries else { continue }
      Check.same(entries.count, width, "a bundle holds as many as its name says")
      Check.same(try? EntryBundle.encode(entries), bytes, "a bundle: written as it was read")
    }
  }

  private static func policy(_ bytes: [UInt8]) {
    let reading = { (bytes: [UInt8]) throws(Problems) in try TrustPolicy(bytes, file: "fuzz.policy") }
    guard let policy = Check.read(bytes, reading) else { return }
    Check.same(Check.read(bytes, reading), policy, "a policy: read twice alike")
    Check.that(policy.quorum == nil || !policy.isQuorum([]), "a quorum needs somebody")
    Check.that(policy.isQuorum(Set(policy.witnesses.map(\.name))), "all witnesses are enough")
    if let accepted = try? policy.check(Specimens.note) {
      Check.that(policy.logs.contains(accepted.log), "a log is believed that the policy names")
      for seen in accepted.seen {
        Check.that(policy.witnesses.contains(seen.witness), "a witness of the policy")
      }
    }
  }

  private static func witnesses(_ bytes: [UInt8]) {
    _ = Check.exact(
      bytes, "a request", { bytes throws(Problems) in try WitnessRequest(body: bytes, file: "fuzz") },
      written: \.body)
    for (status, type) in [(200, nil), (409, WitnessAnswer.sizeType)] as [(Int, String?)] {
      let answer = Check.exact(
        bytes, "an answer",
        { bytes throws(Problems) in
          try WitnessAnswer(status: status, contentType: type, body: bytes, file: "fuzz")
        }, written: \.body)
      guard case .cosigned(let lines)? = answer else { continue }
      guard let note = try? Specimens.note.cosigned(lines, by: [Specimens.witness]) else { continue }
      Check.that((try? Specimens.policy.check(note)) != nil, "one more cosignature does no harm")
    }
  }
}
