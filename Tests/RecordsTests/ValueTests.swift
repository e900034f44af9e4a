import Measures
import Records
import TestSupport
import Testing

@Suite struct ValueTests {
  private func activity(_ compute: String) throws -> Value? {
    let text = "- activity: r\n  kind: pretraining\n  compute: [{ \(compute) }]\n"
    return try Dossier(text).records.first?["compute"]?.elements.first
  }

  @Test func numbers() throws {
    let counted = try activity("method: counted, parameters: 405e9, tokens: { low: 1e12, best: 2e12 }")
    #expect(try counted?["parameters"]?.number == Bounds(exactly: Numeral("405e9").ratio()))
    #expect(
      try counted?["tokens"]?.number
        == Bounds(low: Numeral("1e12").ratio(), best: Numeral("2e12").ratio(), high: nil))
    #expect(
      try activity("method: hardware, utilisation: 40 %")?["utilisation"]?.number?.best == Ratio(2, over: 5))
    #expect(
      try activity("method: hardware, utilisation: 1/3")?["utilisation"]?.number?.best == Ratio(1, over: 3))
  }

  @Test(arguments: ["64 x h100-sxm", "64 × H100-SXM", "6.4e1 x h100-sxm"])
  func accelerators(_ text: String) throws {
    #expect(
      try activity("method: hardware, chips: \(text)")?["chips"] == .chips(count: 64, id: "h100-sxm"))
  }

  @Test(arguments: [
    ("chips: 64 h100-sxm", "wrong-type"), ("chips: 6.5 x h100-sxm", "wrong-type"),
    ("chips: x h100", "wrong-type"),
    ("hours: 3 FLOP", "bad-unit"), ("hours: three", "bad-number"), ("hours: -3", "bad-number"),
    ("hours: { best: 3 }", "missing-field"), ("hours: { low: 3, high: 2 }", "contradiction"),
    ("hours: [3]", "wrong-type"), ("hours: { low: 3, mid: 4 }", "unknown-field"),
    ("low: 10²⁵ FLOP", "bad-number"),
    ("low: 1e25 tokens", "bad-unit"), ("high: 2000 FLOP, low: 5", "bad-unit"),
    ("value: 1e25 FLOP", "unknown-field"), ("value: 1e25", "unknown-field"),
    ("hours: 3, days: 1", "contradiction"), ("chips: 8 x h100-sxm, chip-hours: 5", "contradiction"),
    ("low: 3e20 FLOP, high: 2e20 FLOP", "contradiction"),
    ("peak: 989.4 TFLOP", "bad-unit"),
  ])
  func mistakes(_ field: String, _ code: String) throws {
    let text =
      "- dossier: acme\n- activity: r\n  kind: pretraining\n  compute: [{ method: hardware, \(field) }]\n"
    #expect(try Dossier.mistakes(text) == ["\(code):4"])
  }

  /// A figure that is an integer is taken as it is, unless it has the shape of a lost superscript.
  @Test func wholeFigures() throws {
    #expect(try activity("method: reported, value: 2000 FLOP")?["value"]?.quantity?.value == Ratio(2000))
    #expect(try activity("method: reported, value: 1014 FLOP")?["value"]?.quantity?.value == Ratio(1014))
    #expect(
      try Dossier.mistakes(
        "- dossier: acme\n- activity: r\n  kind: pretraining\n  compute: [{ method: reported, value: 1025 FLOP }]\n"
      )
        == ["bad-number:4"])
  }

  /// A remedy never keeps the number under a unit of another size.
  @Test(arguments: [
    ("12.5 GB/s", "Write “100 Gbit/s”."), ("0.1 GB/s", "Write “0.8 Gbit/s”."),
    ("0.005 GB/s", "Write “0.04 Gbit/s”."), ("1e3 GB/s", "Write “8e3 Gbit/s”."),
    ("25 GBps", "Write “200 Gbit/s”."),
    ("400 Gbps", "Write “400 Gbit/s”."), ("400 Gb/s", "Write “400 Gbit/s”."),
    ("400", Self.links), ("400 Mo/s", Self.links), ("400 GiB/s", Self.links), ("400 TFLOPS", Self.links),
    ("1e38 YB/s", Self.links),
  ])
  func remediesOfLinks(_ value: String, _ remedy: String) throws {
    #expect(try Dossier.remedies("- dossier: acme\n- cluster: c\n  interconnect: \(value)\n") == [remedy])
  }

  private static let links =
    "Convert it to one of these units: bit/s, Mbit/s, Gbit/s, Tbit/s, Pbit/s, Ebit/s, Zbit/s, Ybit/s."

  @Test(arguments: [
    ("12 FLOP", "Rewrite it."), ("10^25", "Write 1e25."),
    ("3 apples", "Convert it to one of these units: %."),
  ])
  func remediesOfFactors(_ times: String, _ remedy: String) throws {
    let text =
      "- dossier: acme\n- activity: r\n  kind: pretraining\n  compute: [{ method: scaled, value: 2e25 FLOP, times: \(times) }]\n"
    #expect(try Dossier.remedies(text) == [remedy])
  }

  @Test(arguments: [
    ("12 €", "Write “12 EUR”."), ("12", "Convert it to one of these units: EUR, USD, … (ISO 4217)."),
    ("15 million EUR", "Convert it to one of these units: EUR, USD, … (ISO 4217)."),
  ])
  func remediesOfMoney(_ amount: String, _ remedy: String) throws {
    let text =
      "- dossier: acme\n- party: acme\n- revenue: y\n  about: acme\n  year: 2025\n  amount: \(amount)\n"
    #expect(try Dossier.remedies(text) == [remedy])
  }

  /// What does not show makes two words of what looks like one; joiners belong to some scripts and to emoji.
  @Test(arguments: [
    "\u{200B}", "\u{AD}", "\u{2060}", "\u{034F}", "\u{3164}", "\u{E0041}", "\u{2800}", "\u{FEFF}",
  ])
  func signsThatDoNotShow(_ sign: String) throws {
    func text(_ sign: String) -> String {
      "- dossier: acme\n- activity: r\n  kind: pretraining\n  environment: \"li\(sign)ne\"\n"
    }
    #expect(try Dossier.mistakes(text("")) == [])
    #expect(try Dossier.mistakes(text(sign)) == ["wrong-type:4"])
    #expect(
      try Dossier.mistakes("- dossier: acme\n- artifact: m\n  name: \"م\(sign)م\"\n") == ["wrong-type:3"])
  }

  @Test(arguments: ["می\u{200C}رود", "क्\u{200D}ष", "❤\u{FE0F}", "œuvre"])
  func namesThatNeedJoiners(_ name: String) throws {
    #expect(try Dossier.mistakes("- dossier: acme\n- artifact: m\n  name: \(name)\n") == [])
  }

  @Test func flagsAndLists() throws {
    let estimate = try Dossier(
      "- activity: r\n  kind: trial\n- estimate: e\n  about: r\n  with-access: yes\n  compute: { method: reported, value: 1e20 FLOP }\n"
    ).records.last
    #expect(estimate?["with-access"] == .flag(true))
    // A lone value stands for a list of one.
    #expect(estimate?["compute"]?.elements.count == 1)
    #expect(
      try Dossier.mistakes(
        "- dossier: acme\n- activity: r\n  kind: trial\n- estimate: e\n  about: r\n  with-access: maybe\n  compute: []\n"
      )
        == ["wrong-type:6"])
  }

  @Test func texts() throws {
    let day = try Moment("2026-11-21")
    #expect(
      Value.moment(day).text == "2026-11-21" && Value.flag(false).text == "no" && Value.integer(7).text == "7"
    )
    #expect(Value.reference(acme("party", "x")).text == "acme:x" && Value.place("FR").text == "FR")
    #expect(Value.group([:]).text == nil && Value.number(.unknown).text == nil)
    let nested = Value.list([.reference(acme("party", "a")), .group(["x": .reference(acme("party", "b"))])])
    #expect(nested.references == [acme("party", "a"), acme("party", "b")])
  }

  @Test(arguments: [
    ("0", true), ("12", true), ("-1", false), ("007", false), ("1.0", false), ("1e3", false), ("", false),
  ])
  func wholeNumbers(_ text: String, _ isOne: Bool) throws {
    let mistakes = try Dossier.mistakes(
      "- dossier: acme\n- party: p\n- revenue: r\n  about: p\n  year: \"\(text)\"\n  amount: 5 EUR\n")
    #expect(mistakes == (isOne ? [] : ["wrong-type:5"]))
  }

  @Test(arguments: [
    ("500e6 USD", []), ("500e6", ["bad-unit:6"]), ("500 FLOP", ["bad-unit:6"]), ("5 €", ["bad-unit:6"]),
  ])
  func money(_ text: String, _ expected: [String]) throws {
    let mistakes = try Dossier.mistakes(
      "- dossier: acme\n- party: p\n- revenue: r\n  about: p\n  year: 2025\n  amount: \(text)\n")
    #expect(mistakes == expected)
  }
}
