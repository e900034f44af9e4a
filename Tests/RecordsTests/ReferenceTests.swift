import Records
import TestSupport
import Testing

/// References are made global before anything is computed.
@Suite struct ReferenceTests {
  private func about(_ reference: String, known: [GlobalID] = []) throws -> [GlobalID] {
    let dossier = try Dossier(
      """
      - dossier: acme
      - party: acme
      - artifact: m
      - artifact: acme
      - activity: a/party/b
        kind: trial
      - ruling: r
        about: \(reference)
      """, known: known)
    return dossier.records.last?.references("about") ?? []
  }

  @Test func bareNamesAreTheDossiersOwn() throws {
    #expect(try about("m") == [acme("artifact", "m")])
    #expect(try about("[m, a/party/b]") == [acme("artifact", "m"), acme("activity", "a/party/b")])
  }

  @Test func namespacedNames() throws {
    #expect(try about("acme:m") == [acme("artifact", "m")])
    let llama = GlobalID("public", "artifact", "llama-3.1-405b")
    #expect(try about("public:llama-3.1-405b", known: [llama]) == [llama])
  }

  /// Another party's records may be elsewhere: the name stays a name.
  @Test func namesOfNamespacesThatAreNotHere() throws {
    #expect(try about("meta:llama") == [GlobalID("meta", "artifact", "llama")])
  }

  @Test func fullFormsTellKindsApart() throws {
    #expect(try about("acme/party/acme") == [acme("party", "acme")])
    #expect(try about("acme/artifact/acme") == [acme("artifact", "acme")])
  }

  private func mistakes(_ text: String) throws -> [String] {
    try Dossier.mistakes("- dossier: acme\n" + text)
  }

  @Test func ambiguousNamesAreRefused() throws {
    let two = "- party: m\n- artifact: m\n"
    #expect(try mistakes(two + "- ruling: r\n  about: m\n") == ["ambiguous-name:5"])
    // Where only one kind may stand, nothing is ambiguous.
    #expect(try mistakes(two + "- rating: r\n  about: m\n  axis: autonomy\n  is: weak\n") == [])
  }

  @Test func missingNamesAreRefusedWhereAllRecordsAreHere() throws {
    #expect(try mistakes("- ruling: r\n  about: nothing\n") == ["missing-record:3"])
    #expect(try mistakes("- ruling: r\n  about: acme:nothing\n") == ["missing-record:3"])
    // A party is not an artifact.
    #expect(
      try mistakes("- party: p\n- rating: r\n  about: p\n  axis: autonomy\n  is: weak\n") == [
        "missing-record:4"
      ])
    #expect(try mistakes("- ruling: r\n  about: Meta:x\n") == ["bad-name:3"])
    #expect(try mistakes("- ruling: r\n  about: a:b:c\n") == ["bad-name:3"])
  }

  @Test func recordsAreNotNamedInAnothersNamespace() throws {
    #expect(try mistakes("- artifact: meta:m\n") == ["foreign-name:2"])
    #expect(try mistakes("- artifact: acme:m\n") == ["foreign-name:2"])
    #expect(try Dossier.mistakes("- dossier: public\n- artifact: m\n") == ["foreign-name:1"])
  }

  @Test func mayPointForwardAndAcrossFiles() throws {
    let dossier = try Dossier(
      "- dossier: acme\n- rating: r\n  about: meta:m\n  axis: autonomy\n  is: weak\n- rating: s\n  about: n\n  axis: autonomy\n  is: weak\n",
      "- dossier: meta\n- artifact: m\n- rating: r\n  about: acme:n\n  axis: autonomy\n  is: strong\n",
      "- dossier: acme\n- artifact: n\n")
    let ratings = dossier.records.filter { $0.kind == "rating" }
    #expect(ratings.map(\.issuer) == ["acme", "acme", "meta"])
    #expect(
      ratings.map { $0.references("about") } == [
        [GlobalID("meta", "artifact", "m")], [acme("artifact", "n")], [acme("artifact", "n")],
      ])
  }
}
