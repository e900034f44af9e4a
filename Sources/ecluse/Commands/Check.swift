import ArgumentParser
import Measures
import Records
import RecordsIO

/// `ecluse check DOSSIER`: reads a dossier and says everything that is wrong with it.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read a dossier and say everything that is wrong with it.")

  @Argument(help: "A folder of YAML or JSON files.") var dossier: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
      let known: [GlobalID] = []
      let dossier = try DossierFolder.read(dossier, places: places, known: known)
      print("\(dossier.records.count) records")
    } catch {
      throw Exit.after(error, output.lang)
    }
  }
}
