import Lineage
import Measures
import Records
import RecordsIO
import TestSupport

@testable import Regimes

/// A pack written in a test: its law is in force everywhere since 2020 and binds everybody, unless it says
/// otherwise.
struct TestPack {
  var id = "law"
  var version = "1"
  var status = "law"
  var jurisdiction = "world"
  var force = "in-force: { from: 2020-01-01 }"
  var head = ""
  var conventions: [String] = []
  var parameters: [String] = []
  var scales = ""
  var articles: [String] = []

  static let cite = "{ document: A test, locus: \"1\", checked: reading }"

  /// A parameter: `limit` with its value, and more of its fields.
  static func parameter(_ name: String, _ value: String, _ more: String = "") -> String {
    "  \(name): { value: \(value), cite: \(cite)\(more.isEmpty ? "" : ", " + more) }\n"
  }

  /// An article: on what, when, then.
  static func article(
    _ id: String, on subject: String = "model", when: String? = nil, inForce: String? = nil, then: String
  ) -> String {
    """
      - id: \(id)
        applies-to: \(subject)
        says: { en: A rule., fr: Une règle. }
        cite: \(cite)
    \(when.map { "    when: \($0)\n" } ?? "")\(inForce.map { "    in-force: \($0)\n" } ?? "")    then: \(then)

    """
  }

  var text: String {
    """
    regime: \(id)
    version: "\(version)"
    title: { en: A test, fr: Un essai }
    status: \(status)
    jurisdiction: \(jurisdiction)
    \(force)
    source: { document: A test }
    \(head)
    conventions:
      all: { measures: training-compute, cite: \(Self.cite) }
      served: { measures: inference-rate, over: serving-fleet, statistic: max, cite: \(Self.cite) }
    \(conventions.map { "  \($0)\n" }.joined())
    parameters:
    \(Self.parameter("limit", "1e25 FLOP"))\(parameters.joined())
    \(scales)
    articles:
    \(articles.joined())
    """
  }

  /// The pack as the program reads it.
  func read() throws(Problems) -> RegimePack { try read(text) }

  /// Another text in its place.
  func read(_ text: String) throws(Problems) -> RegimePack {
    let bytes = Array(text.utf8)
    return try PackReader.read(
      TextFile.tree(bytes, named: "\(id).yaml"), digest: Digest.sha256(bytes),
      vocabulary: Vocabulary(ShippedTexts.tree("Vocabulary/vocabulary.yaml")),
      places: Places(ShippedTexts.tree("Vocabulary/places.yaml")))
  }
}

extension Judge {
  /// A judge of a dossier under packs at the end of a day.
  convenience init(_ dossier: Dossier, _ packs: [TestPack], at asOf: String = "2026-11-21") throws {
    self.init(
      facts: try dossier.facts(asOf), graph: try dossier.graph(asOf),
      library: try RegimeLibrary(packs.map { try $0.read() }), places: try Dossier.places(),
      estimator: try Dossier.estimator())
  }

  /// The state of a gate of a thing of `acme` under every pack.
  func state(_ action: Action, of local: String = "m", kind: String = "artifact", in place: String = "FR")
    -> GateCondition
  {
    gate(acme(kind, local), action, in: place, library.packs).state
  }

  /// What an article of the first pack says of a model of `acme`.
  func article(_ id: String, of local: String = "m", kind: String = "artifact") throws -> Verdict? {
    determine(acme(kind, local), library.packs[0]).findings.first { $0.article.id == id }?.verdict
  }
}

/// A model of `acme` and its run, which computed exactly this much.
func model(
  _ amount: String = "5e25", more: String = "", run: String = "  from: 2022-01-01\n  to: 2022-06-01\n"
) -> String {
  """
  - dossier: acme
  - party: acme
    seat: FR
    complete: [operates-in]
  - artifact: m
  \(more)- activity: m/run
    kind: pretraining
    by: acme
    produces: m
    complete: [uses]
  \(run)  compute: [{ method: telemetry, value: \(amount) FLOP, low: \(amount) FLOP, high: \(amount) FLOP }]

  """
}

/// Never reached by the models of the tests, whatever their compute.
let neverReached =
  "{ all: [\(aboveLimit), { attribute: { of: developer, key: seat, in: $nowhere } }] }"

/// A place where nobody is.
let nowhere = TestPack.parameter("nowhere", "AQ")

/// Above the limit of a test pack.
let aboveLimit = "{ quantity: { name: training-compute, convention: all, above: $limit } }"
