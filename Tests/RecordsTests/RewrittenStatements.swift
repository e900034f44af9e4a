import Measures
import TestSupport
import Testing

@testable import Records

/// What frees nobody by a change alone, kind by kind.
@Suite struct RewrittenStatements {
  private static let others =
    "- dossier: acme\n- party: acme\n- artifact: m\n- artifact: n\n- activity: r\n  kind: pretraining\n- activity: s\n  kind: trial\n"

  /// Whether a change of `head` with `before` into one with `after` waits for a second party.
  private func rewrites(
    _ head: String, _ before: String, _ after: String, stated: String = "  stated: 2026-03-01\n"
  ) throws -> Bool {
    let text = { (body: String) in "- \(head)\n" + body.split(separator: "|").map { "  \($0)\n" }.joined() }
    let dossier = try Dossier(
      Self.others + text(before) + text(after) + "  revision: 2\n\(stated)  valid: { from: 2026-03-01 }\n")
    return try !dossier.facts().uncorrected.isEmpty
  }

  @Test(arguments: [
    ("about: m|axis: autonomy|is: strong", "about: m|axis: generality|is: strong", true),
    ("about: m|axis: autonomy|is: strong", "about: n|axis: autonomy|is: strong", true),
    ("about: m|axis: autonomy|is: strong", "about: m|axis: autonomy|is: weak", true),
    ("about: m|axis: autonomy|is: strong", "about: m|axis: autonomy|is: strong|evidence: tests", false),
    ("about: m|axis: autonomy|is: weak", "about: m|axis: autonomy|is: strong", false),
    ("about: m|axis: autonomy|is: weak", "about: n|axis: autonomy|is: strong", false),
  ])
  func ratings(_ before: String, _ after: String, _ expected: Bool) throws {
    #expect(try rewrites("rating: a", before, after) == expected)
  }

  @Test(arguments: [("about: s", "4e27"), ("about: r", "4e22"), ("about: r|with-access: yes", "4e27")])
  func estimates(_ after: String, _ amount: String) throws {
    let text = { (head: String, amount: String) in
      "\(head)|compute: [{ method: telemetry, value: \(amount) FLOP }]"
    }
    #expect(try rewrites("estimate: e", text("about: r", "4e27"), text(after, amount)))
    #expect(try !rewrites("estimate: e", text("about: r", "4e22"), text("about: r", "4e27")))
  }

  private static let devices = "devices: [{ chips: 64 x h100-sxm, from: 2026-01-01 }]|complete: [devices]"

  @Test(arguments: [
    // Devices that are fewer, slower, later or gone, and ends that had passed.
    (devices, devices.replacing("64", with: "32"), true),
    (devices, devices.replacing("64", with: "96"), false),
    (devices, devices.replacing("h100-sxm", with: "a100-80"), true),
    (devices, devices.replacing("2026-01-01", with: "2026-02-01"), true),
    (devices, "complete: [devices]", true),
    (devices, devices.replacing("01 }", with: "01, to: 2026-06-01 }"), false),
    (devices, devices.replacing("01 }", with: "01, to: 2026-02-01 }"), true),
    (
      devices.replacing("01 }", with: "01, to: 2026-02-01 }"),
      devices.replacing("01 }", with: "01, to: 2026-06-01 }"), true
    ),
    // Two lots that are alike are two.
    (
      "devices: [{ chips: 64 x h100-sxm }, { chips: 64 x h100-sxm }]", "devices: [{ chips: 64 x h100-sxm }]",
      true
    ),
    (
      "devices: [{ chips: 8 x h100-sxm }, { chips: 64 x h100-sxm }]",
      "devices: [{ chips: 64 x h100-sxm }, { chips: 16 x h100-sxm }]", false
    ),
    // What is to come may turn out otherwise.
    (devices.replacing("2026-01-01", with: "2026-09-01"), "complete: [devices]", false),
    // What is whole, and how fast its links are.
    ("devices: [{ chips: 64 x h100-sxm }]", "devices: [{ chips: 64 x h100-sxm }]|complete: [devices]", true),
    ("interconnect: 400 Gbit/s", "interconnect: 50 Gbit/s", true),
    ("interconnect: 400 Gbit/s", "interconnect: 800 Gbit/s", false),
    ("site: a", "site: a|interconnect: 400 Gbit/s", true), ("interconnect: 400 Gbit/s", "site: b", false),
    ("country: FR", "country: US", true), ("custodian: acme", "site: b", true),
    ("chip-origin: [US]", "chip-origin: [FR]", true), ("chip-origin: [US]", "chip-origin: [FR, US]", false),
  ])
  func clusters(_ before: String, _ after: String, _ expected: Bool) throws {
    #expect(try rewrites("cluster: c", before, after) == expected)
  }

  @Test(arguments: [
    ("affiliates: [acme]", "seat: FR", true), ("seat: FR", "affiliates: [acme]", false),
    ("seat: FR|operates-in: [FR]", "seat: US|operates-in: [US]", false),
    // An office that is claimed for the time before, taken from what was decided in it, or moved.
    ("seat: FR", "roles: [{ role: authority, where: [FR] }]", true),
    ("seat: FR", "roles: [{ role: authority, where: [FR], from: 2026-02-28 }]", true),
    ("seat: FR", "roles: [{ role: authority, where: [FR], from: 2026-03-01 }]", false),
    ("roles: [{ role: authority, where: [FR] }]", "seat: FR", true),
    ("roles: [{ role: authority, where: [FR] }]", "roles: [{ role: authority, where: [US] }]", true),
    (
      "roles: [{ role: authority, where: [FR] }]",
      "roles: [{ role: authority, where: [FR], to: 2026-12-31 }]",
      false
    ),
    (
      "roles: [{ role: authority, where: [FR] }]",
      "roles: [{ role: authority, where: [FR], to: 2026-01-31 }]",
      true
    ),
  ])
  func parties(_ before: String, _ after: String, _ expected: Bool) throws {
    #expect(try rewrites("party: p", before, after) == expected)
  }

  @Test(arguments: [
    ("incident: i", "models: [m]|deaths-and-serious-injuries: 60", "models: [m]", true),
    ("incident: i", "deaths-and-serious-injuries: 60", "deaths-and-serious-injuries: 6", true),
    ("incident: i", "deaths-and-serious-injuries: 6", "deaths-and-serious-injuries: 60", false),
    ("incident: i", "models: [m]", "models: [n]", true),
    ("incident: i", "models: [m]", "models: [m, n]", false),
    ("incident: i", "models: [m]", "models: [m]|complete: [models]", true),
    ("document: d", "document-type: [framework]", "document-type: [report]", true),
    (
      "revenue: v", "about: acme|year: 2025|amount: 600000000 USD", "about: acme|year: 2025|amount: 1 USD",
      true
    ),
    ("revenue: v", "about: acme|year: 2025|amount: 1 USD", "about: acme|year: 2025|amount: 2 USD", false),
    ("revenue: v", "about: acme|year: 2025|amount: 1 USD", "about: acme|year: 2024|amount: 1 USD", true),
    ("country: x", "code: FR|party-to: [compute-treaty]", "code: US|party-to: [compute-treaty]", true),
    ("same-as: s", "names: [m, n]", "names: [r, s]", true),
    ("generality-assessment: g", "about: m|decision: general", "about: m|decision: narrow", true),
    (
      "adoption: a", "regime: seed-gate-closure|activation: 2026-01-01",
      "regime: seed-gate-closure|activation: 2026-09-01", true
    ),
    (
      "adoption: a", "regime: seed-gate-closure|activation: 2026-06-01",
      "regime: seed-gate-closure|activation: 2026-09-01", false
    ),
  ])
  func others(_ head: String, _ before: String, _ after: String, _ expected: Bool) throws {
    #expect(try rewrites(head, before, after) == expected)
  }

  /// A change that bears an early day and does not tell when it was said may have been said after what it changes.
  @Test(arguments: [
    ("cluster: c", devices.replacing("2026-01-01", with: "2026-09-01"), "complete: [devices]"),
    ("cluster: c", devices, devices.replacing("01 }", with: "01, to: 2026-06-01 }")),
    ("party: p", "seat: FR", "roles: [{ role: authority, where: [FR], from: 2026-03-01 }]"),
    (
      "adoption: a", "regime: seed-gate-closure|activation: 2026-06-01",
      "regime: seed-gate-closure|activation: 2026-09-01"
    ),
    (
      "activity: x", "kind: pretraining|from: 2026-01-01|to: 2026-10-01",
      "kind: pretraining|from: 2026-01-01|to: 2026-05-01"
    ),
  ])
  func backdated(_ head: String, _ before: String, _ after: String) throws {
    #expect(try !rewrites(head, before, after))
    #expect(try rewrites(head, before, after, stated: ""))
  }

  /// A run that was still told of did not end before.
  @Test(arguments: [("2026-02-14", true), ("2026-02-15", false), ("2026-04-01", false)])
  func endsSooner(_ end: String, _ expected: Bool) throws {
    let run = "kind: pretraining|from: 2026-01-01"
    #expect(
      try rewrites("activity: x", run + "|stated: 2026-02-15", run + "|to: \(end)") == expected)
  }

  /// Nor where only one before the last told of it.
  @Test func endsSoonerThanAnyTold() throws {
    let run = { (more: String) in
      "- activity: x\n  kind: pretraining\n  from: 2026-01-01\n  compute: [{ method: telemetry, value: 4e25 FLOP }]\n\(more)"
    }
    func waits(_ first: String) throws -> Bool {
      let dossier = try Dossier(
        Self.others + run("  stated: \(first)\n")
          + run("  revision: 2\n  valid: { from: 2026-02-02 }\n")
          + run("  revision: 3\n  valid: { from: 2026-02-03 }\n  to: 2026-05-31\n"))
      return try !dossier.facts().uncorrected.isEmpty
    }
    #expect(try waits("2026-09-01"))
    #expect(try !waits("2026-02-01"))
  }

  /// An order that is said again has stood since it was said first; one that ended, or another decision, has not.
  @Test(arguments: [
    ("decision: ordered", "decision: ordered", "2026-01-01"),
    ("decision: ordered", "decision: lifted", "2026-03-01"),
    ("decision: ordered|withheld: yes", "decision: ordered", "2026-03-01"),
    ("decision: ordered|valid: { from: 2026-01-01, to: 2026-02-01 }", "decision: ordered", "2026-03-01"),
    ("decision: ordered|valid: { from: 2026-01-01, to: 2026-02-28 }", "decision: ordered", "2026-01-01"),
  ])
  func orders(_ before: String, _ after: String, _ since: String) throws {
    let text = { (body: String) in
      "- pause-order: o\n" + body.split(separator: "|").map { "  \($0)\n" }.joined()
    }
    let facts = try Dossier(
      Self.others + text("at: 2026-01-01|\(before)")
        + text("\(after)|revision: 2|valid: { from: 2026-03-01 }")
    ).facts()
    #expect(facts[GlobalID("acme", "pause-order", "o")]?.validFrom?.description == since)
  }

  /// Whoever was let go does not sign that it was.
  @Test(arguments: [
    ("sub", "affiliates: [sub:sub]", "seat: FR", 1), ("fr", "affiliates: [sub:sub]", "seat: FR", 0),
    ("sub", "withheld: yes|affiliates: [sub:sub]", "seat: FR", 0),
  ])
  func affiliatesDoNotSign(_ signer: String, _ before: String, _ after: String, _ open: Int) throws {
    let text = { (body: String) in "- party: acme\n" + body.split(separator: "|").map { "  \($0)\n" }.joined()
    }
    let facts = try Dossier(
      "- dossier: acme\n" + text(before) + text(after) + "  revision: 2\n  valid: { from: 2026-03-01 }\n",
      "- dossier: sub\n- party: sub\n",
      "- dossier: fr\n- party: fr\n",
      "- dossier: \(signer)\n- countersignature: c\n  of: acme:acme\n  of-revision: 2\n"
    ).facts()
    #expect(facts.uncorrected.count == open)
  }

  /// What was strong stays so until a second party signs, also through a change that says nothing of it.
  @Test func aStrongRatingInTwoSteps() throws {
    let rating = { (revision: Int, axis: String, value: String) in
      "- rating: a\n  about: m\n  axis: \(axis)\n  is: \(value)\n  revision: \(revision)\n"
        + (revision > 1 ? "  valid: { from: 2026-0\(revision)-01 }\n" : "")
    }
    let facts = try Dossier(
      Self.others + rating(1, "autonomy", "strong") + rating(2, "generality", "weak")
        + rating(3, "autonomy", "weak")
    ).facts()
    #expect(facts.uncorrected.values.map { $0?.revision } == [1])
  }
}
