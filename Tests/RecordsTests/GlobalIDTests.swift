import Records
import Testing

@Suite struct GlobalIDTests {
  @Test(arguments: [
    ("acme", true), ("a", true), ("eu-1", true), ("", false), ("1a", false), ("-a", false), ("Acme", false),
    ("é", false), ("a_b", false), ("a.b", false), ("a b", false), ("a:b", false), ("a/b", false),
    (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
  ])
  func namespaces(_ text: String, _ isOne: Bool) { #expect(GlobalID.isNamespace(text) == isOne) }

  @Test(arguments: [
    ("m", true), ("llama-3.1-405b", true), ("m/run_1+2", true), ("405b", true), ("", false), ("M", false),
    ("-m", false), (".m", false), ("/m", false), ("m:1", false), ("m 1", false), ("modèle", false),
    ("m\n", false),
    (String(repeating: "a", count: 200), true), (String(repeating: "a", count: 201), false),
  ])
  func locals(_ text: String, _ isOne: Bool) { #expect(GlobalID.isLocal(text) == isOne) }

  @Test func forms() {
    let id = GlobalID("acme", "artifact", "m/1")
    #expect(id.full == "acme/artifact/m/1" && id.description == "acme:m/1")
    #expect(GlobalID(full: id.full) == id && GlobalID(full: "acme/m") == nil)
  }

  @Test func isSortedByNamespaceThenKindThenName() {
    let sorted = [
      GlobalID("a", "activity", "z"), GlobalID("a", "artifact", "a"), GlobalID("a", "artifact", "b"),
      GlobalID("b", "activity", "a"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
