import Measures
import Records
import RecordsIO
import Regimes

/// Regime packs: the text, its form, and what the check of packs says of it.
package enum PackCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    let reading = { (bytes: [UInt8]) throws(Problems) in try TextFile.tree(bytes, named: "fuzz.yaml") }
    guard let tree = Check.read(bytes, reading) else { return }
    let digest = Digest.sha256(bytes)
    let first = lint(tree, digest)
    Check.same(
      first.findings.map(\.problem), lint(tree, digest).findings.map(\.problem), "a pack: the same twice")
    if !first.findings.isEmpty { Check.check(first.findings.map(\.problem), of: bytes) }
    let isRead = !first.packs.isEmpty
    let isGood = !first.findings.contains(where: \.isMistake)
    Check.that(isRead || !isGood, "a pack without mistakes is read")
    guard isGood else { return }
    let library = Check.read(bytes) { _ throws(Problems) in try RegimeLibrary(first.packs) }
    Check.that(
      library != nil || tree["uses"] != nil || tree["interprets"] != nil, "a pack without mistakes is used")
  }

  private static func lint(_ tree: Node, _ digest: String) -> Lint {
    Lint([.init(tree, digest: digest)], beside: [], Specimens.vocabulary, Specimens.places)
  }
}
