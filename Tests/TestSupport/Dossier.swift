package import Lineage
import Measures
package import Records
import RecordsIO

/// A small dossier written in a test, read as the program reads one.
package struct Dossier: Sendable {
  /// Its records.
  package let records: [Record]

  /// Reads files, each a list of records; a text without a header speaks for `acme`.
  package init(_ files: String..., known: [GlobalID] = []) throws {
    records = try Self.reading(files, known: known)
  }

  /// Reads a list of files.
  package init(files: [String]) throws { records = try Self.reading(files, known: []) }

  /// The records of files.
  package static func reading(_ files: [String], known: [GlobalID] = []) throws -> [Record] {
    var nodes: [Node] = []
    for (index, text) in files.enumerated() {
      let headed = text.hasPrefix("- dossier:") ? text : "- dossier: acme\n" + text
      nodes.append(try YAMLReader.read(headed, file: "\(index).yaml"))
    }
    let isPublic = files.contains { $0.hasPrefix("- dossier: public\n") }
    return try RecordReader.read(nodes, places: places(), known: known, isPublicRecord: isPublic).records
  }

  /// The facts at the end of a day, or at an instant.
  package func facts(_ asOf: String = "2026-11-21", knownAt: String? = nil) throws -> Facts {
    Tables(records).facts(
      asOf: try Moment(asOf).last, knownAt: try knownAt.map { text in try Moment(text).last })
  }

  /// The graph at the end of a day, or at an instant.
  package func graph(_ asOf: String = "2026-11-21") throws -> ComputeGraph {
    try ComputeGraph(facts(asOf), estimator: Self.estimator(), places: Self.places())
  }

  /// The table of places that ships.
  package static func places() throws -> Places { Places(try ShippedTexts.tree("Vocabulary/places.yaml")) }

  /// An estimator with the table of accelerators that ships.
  package static func estimator() throws -> Estimator {
    Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
  }

  /// The codes and lines of what is wrong with files; empty if nothing is.
  package static func mistakes(_ files: String...) throws -> [String] {
    try problems(files).map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" }
  }

  /// What one is told to do about a file.
  package static func remedies(_ text: String) throws -> [String] {
    try problems([text]).map { $0.remedy.text(.en) }
  }

  private static func problems(_ files: [String]) throws -> [Problem] {
    var nodes: [Node] = []
    for (index, text) in files.enumerated() { nodes.append(try YAMLReader.read(text, file: "\(index).yaml")) }
    do throws(Problems) {
      _ = try RecordReader.read(
        nodes, places: try Places(ShippedTexts.tree("Vocabulary/places.yaml")), known: [GlobalID]())
      return []
    } catch {
      return error.list
    }
  }
}

/// A name in the namespace of the tests' own party.
package func acme(_ kind: String, _ local: String) -> GlobalID { GlobalID("acme", kind, local) }
