import Ledger
import Records
import TestSupport
import Testing

@Suite struct TrustPolicyTests {
  private static func key(_ name: String, _ seed: UInt8, _ type: NoteKeyType = .cosignature) -> String {
    (try? Logs.signer(LogName(name), from: seed).verifier(type).vkey) ?? "?"
  }

  private static let log = "log \(key("log.example/ecluse", 0, .ed25519))\n"
  private static let three = ["A", "B", "C"].enumerated()
    .map { "witness \($1) \(key("\($1).example", UInt8(10 + $0)))\n" }.joined()

  private func policy(_ text: String) throws -> TrustPolicy {
    try TrustPolicy(Array(text.utf8), file: "policy")
  }

  /// A checkpoint that these witnesses saw.
  private func note(_ witnesses: [(name: String, seed: UInt8)], origin: LogName = Logs.origin) throws
    -> SignedNote
  {
    let text = try Checkpoint(origin: origin, size: 0, root: .empty).text
    let seen = try witnesses.map {
      try Logs.signer(LogName("\($0.name).example"), from: $0.seed).cosignature(
        of: text, at: 1_800_000_000 + UInt64($0.seed))
    }
    return try SignedNote(text: text, signatures: [Logs.log().signature(of: text)] + seen)
  }

  private static let all: [(name: String, seed: UInt8)] = [("A", 10), ("B", 11), ("C", 12), ("AGENCY", 13)]

  /// Two of three authorities and the agency.
  @Test func theExampleOfTheReference() throws {
    let policy = try policy(
      Self.log + Self.three + "witness AGENCY \(Self.key("AGENCY.example", 13)) https://agency.example/\n"
        + "group nat 2 A B C\ngroup all-of all nat AGENCY\nquorum all-of\n")
    #expect(
      policy.logs.count == 1 && policy.witnesses.count == 4 && policy.groups.map(\.threshold) == [2, 2])
    #expect(policy.witnesses[3].url == "https://agency.example/")
    for mask in 0..<16 {
      let seen = Self.all.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
      let enough = seen.contains { $0.name == "AGENCY" } && seen.count >= 3
      let refused = refusal { _ = try policy.check(note(seen)) }
      #expect(refused?.code == (enough ? nil : "no-quorum"), "\(seen)")
      if enough {
        let accepted = try policy.check(note(seen))
        #expect(accepted.seen.map(\.witness.name) == seen.map { LogName($0.name) })
        #expect(accepted.seen.map(\.time) == seen.map { 1_800_000_000 + UInt64($0.seed) })
        #expect(accepted.log.verifier.name == Logs.origin && accepted.checkpoint.origin == Logs.origin)
      }
    }
  }

  @Test(arguments: [
    ("quorum none", 0), ("quorum A", 1), ("group g any A B C\nquorum g", 1),
    ("group g all A B C\nquorum g", 3),
  ])
  func quorums(_ lines: String, _ needed: Int) throws {
    let policy = try policy(Self.log + Self.three + lines + "\n")
    for count in 0...3 {
      let refused = refusal { _ = try policy.check(note(Array(Self.all.prefix(count)))) }
      #expect(refused?.code == (count >= needed ? nil : "no-quorum"))
    }
  }

  @Test func spacesTabsAndComments() throws {
    let text =
      "# trust\n\n \t \n\t# more: é\n  " + Self.log + Self.three + "group\tg  any \t A\n\tquorum g \n# end\n"
    #expect(try policy(text).quorum == "g")
    // Any other space belongs to a name.
    let odd = Self.log + Self.three.replacing("witness A ", with: "witness A\u{A0}1 ") + "quorum A\u{A0}1\n"
    #expect(try policy(odd).quorum == LogName("A\u{A0}1"))
  }

  /// The Kelvin sign is no K, and a name need not be UTF-8.
  @Test func namesAreBytes() throws {
    let both =
      Self.log + "witness K \(Self.key("k.example", 1))\nwitness \u{212A} \(Self.key("l.example", 2))\n"
    let read = try policy(both + "quorum \u{212A}\n")
    #expect(read.quorum != read.witnesses[0].name && read.quorum == read.witnesses[1].name)
    let latin =
      Array(Self.log.utf8) + Array("witness ".utf8) + [0xE9]
      + Array(" \(Self.key("m.example", 3))\nquorum ".utf8)
    #expect(try TrustPolicy(latin + [0xE9, 0x0A], file: "p").quorum == LogName([0xE9]))
  }

  @Test(
    arguments: [
      ("", 0), ("# nothing\n", 0), (log, 0), ("\(log)quorum none\nquorum none\n", 3), ("\(log)quorum X\n", 2),
      ("\(log)quorum none", 2), ("\(log)quorum none\r\n", 2), ("\(log)quorum\n", 2),
      ("\(log)quorum a b\n", 2),
      ("\(log)witness A\nquorum none\n", 2), ("log\nquorum none\n", 1), ("\(log)trust me\n", 2),
      ("\(log)Quorum none\n", 2),
      ("\(log)\(log)quorum none\n", 2), ("log \(key("a.example", 10)) \nquorum none\n", 1),
      ("\(log)witness A \(key("a.example", 1, .ed25519))\nquorum A\n", 2),
      ("log \(key("a", 0, .ed25519)) url more\n", 1),
      ("\(log)\(three)witness D \(key("other.example", 10))\nquorum D\n", 5),
      ("\(log)\(three)witness A \(key("d.example", 20))\nquorum A\n", 5),
      ("\(log)\(three)witness none \(key("d.example", 20))\nquorum A\n", 5),
      ("\(log)witness W \(key("w.example", 0))\nquorum W\n", 2),
      ("\(log)\(three)group g all A B\ngroup h any B C\nquorum h\n", 6),
      ("\(log)\(three)group g all A A\nquorum g\n", 5),
      ("\(log)\(three)group g all h\ngroup h all A\nquorum g\n", 5),
      ("\(log)\(three)group g all g\nquorum g\n", 5),
      ("\(log)\(three)group A all B\nquorum A\n", 5), ("\(log)\(three)group none all B\nquorum A\n", 5),
      ("\(log)\(three)group g 0 A B\nquorum g\n", 5), ("\(log)\(three)group g 3 A B\nquorum g\n", 5),
      ("\(log)\(three)group g 02 A B\nquorum g\n", 5), ("\(log)\(three)group g +1 A B\nquorum g\n", 5),
      ("\(log)\(three)group g most A B\nquorum g\n", 5), ("\(log)\(three)group g all\nquorum A\n", 5),
      ("\(log)\(three)group g any none\nquorum g\n", 5),
      ("\(log)\(three)group g 18446744073709551617 A\nquorum g\n", 5),
      ("\(log)\(three)quorum g\ngroup g all A\n", 5), ("\(log)quorum no\u{7}ne\n", 2),
      ("\(log)quorum no\u{7F}ne\n", 2),
      ("\(log)\(three)group g all \u{212A}\nquorum g\n", 5),
    ] as [(String, Int)])
  func refusesOtherPolicies(_ text: String, _ line: Int) {
    let refused = refusal { _ = try policy(text) }
    #expect(refused?.code == "bad-policy", "\(text)")
    #expect(refused?.line == line, "\(text)")
  }

  @Test func aBrokenKeyIsNamed() {
    let refused = refusal { _ = try policy(Self.log + "witness A a.example+00000000+BAAA\nquorum A\n") }
    #expect(refused?.code == "bad-key" && refused?.line == 2)
  }

  @Test func twoKeysThatLinesCannotTellApart() throws {
    let real = Self.key("a.example", 30)
    let parts = real.split(separator: "+", maxSplits: 2)
    let shadow = "\(parts[0])+\(parts[1])+\(Base64.encode([0x06] + [UInt8](repeating: 3, count: 1312)))"
    let refused = refusal { _ = try policy(Self.log + "witness A \(real)\nwitness B \(shadow)\nquorum A\n") }
    #expect(refused?.code == "bad-policy" && refused?.line == 3)
  }

  @Test func sizes() throws {
    let many = (0..<32).map { "witness w\($0) \(Self.key("w\($0).example", UInt8(50 + $0)))\n" }.joined()
    let logs = (0..<32).map { "log \(Self.key("l\($0).example", UInt8(100 + $0), .ed25519))\n" }.joined()
    let groups = (0..<32).map { "group g\($0) any w\($0)\n" }.joined()
    let top = "group top 20 " + (0..<32).map { "g\($0)" }.joined(separator: " ") + "\nquorum top\n"
    let read = try policy(logs + many + groups + top)
    #expect(read.logs.count == 32 && read.witnesses.count == 32 && read.groups.count == 33)
    #expect(read.isQuorum(Set((0..<20).map { LogName("w\($0)") })))
    #expect(!read.isQuorum(Set((0..<19).map { LogName("w\($0)") })))
    let large = [UInt8](repeating: 0x23, count: 1_048_577)
    #expect(refusal { _ = try TrustPolicy(large, file: "p") }?.code == "too-large")
    // Groups in groups as deep as the file allows.
    let deep =
      Self.log + Self.three + "group g0 all A\n" + (1..<1000).map { "group g\($0) all g\($0 - 1)\n" }.joined()
    #expect(try policy(deep + "quorum g999\n").isQuorum(["A"]))
    let crowd = (0..<1025).map { index in
      let digits = [UInt8(index >> 8), UInt8(index & 255)]
      return "witness w\(index) a+\(Hex.encode([0, 0] + digits))+\(Base64.encode([0x06] + digits))\n"
    }
    #expect(try policy(Self.log + crowd.dropLast().joined() + "quorum w0\n").witnesses.count == 1024)
    #expect(refusal { _ = try policy(Self.log + crowd.joined() + "quorum w0\n") }?.line == 1026)
    let tooDeep = (1000..<1100).map { "group g\($0) all g\($0 - 1)\n" }.joined()
    #expect(refusal { _ = try policy(deep + tooDeep + "quorum A\n") }?.code == "bad-policy")
  }

  @Test func reasonsInTheirOrder() throws {
    let policy = try policy(Self.log + Self.three + "quorum A\n")
    #expect(refusal { _ = try policy.check(note([("A", 10)], origin: "other.example")) }?.code == "unsigned")
    // A known key with a bad signature outweighs a quorum that is met.
    let good = try note([("A", 10)])
    let bad = try Logs.signer("B.example", from: 11).cosignature(of: Array("x\n".utf8), at: 5)
    let mixed = try SignedNote(text: good.text, signatures: good.signatures + [bad])
    #expect(refusal { _ = try policy.check(mixed) }?.code == "bad-signature")
    // An unknown witness with the name of a known one, and another key, is passed over.
    let stranger = try Logs.signer("A.example", from: 99).cosignature(of: good.text, at: 5)
    let foreign = try SignedNote(text: good.text, signatures: [good.signatures[0], stranger])
    #expect(refusal { _ = try policy.check(foreign) }?.code == "no-quorum")
    let text = Array("no checkpoint\n".utf8)
    let signed = try SignedNote.signed(text, by: [Logs.log()])
    #expect(refusal { _ = try policy.check(signed) }?.code == "bad-checkpoint")
    // A policy without logs is well formed and believes none.
    let none = try TrustPolicy(Array("quorum none\n".utf8), file: "p")
    #expect(refusal { _ = try none.check(good) }?.code == "unsigned")
  }

  /// One valid cosignature more never makes a checkpoint worse.
  @Test(arguments: [51, 52] as [UInt64])
  func moreWitnessesNeverHarm(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var text = Self.log
      var free: [String] = []
      for index in 0..<6 {
        text += "witness w\(index) \(Self.key("w\(index).example", UInt8(60 + index)))\n"
        free.append("w\(index)")
      }
      for index in 0..<Int.random(in: 1...4, using: &random) where !free.isEmpty {
        free.shuffle(using: &random)
        let members = Array(free.prefix(Int.random(in: 1...free.count, using: &random)))
        free = free.filter { !members.contains($0) } + ["g\(index)"]
        let threshold = Int.random(in: 1...members.count, using: &random)
        text += "group g\(index) \(threshold) \(members.joined(separator: " "))\n"
      }
      let policy = try policy(text + "quorum \(free.last ?? "w0")\n")
      var seen: Set<LogName> = []
      var before = policy.isQuorum(seen)
      for index in (0..<6).shuffled(using: &random) {
        seen.insert(LogName("w\(index)"))
        let after = policy.isQuorum(seen)
        #expect(!before || after, "seed \(seed): \(text)")
        before = after
      }
      #expect(before, "all witnesses are always enough: seed \(seed): \(text)")
    }
  }
}
