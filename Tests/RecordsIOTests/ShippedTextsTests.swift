import RecordsIO
import Testing

/// One binary is enough: every file that the program reads is inside it, byte for byte.
@Suite struct ShippedTextsTests {
  private static let folders = ["Assets", "Packs", "PublicRecord", "Vocabulary"]

  @Test func areTheFoldersOfTheRepository() {
    let files = Self.folders.flatMap(RepositoryFiles.files)
    #expect(files.count > Self.folders.count)
    #expect(ShippedTexts.all.map(\.path).sorted() == files.sorted())
  }

  @Test(arguments: folders) func areByteForByte(_ folder: String) throws {
    let shipped = ShippedTexts.folder(folder)
    #expect(!shipped.isEmpty)
    for text in shipped {
      #expect(try TextFile.bytes("\(RepositoryFiles.root)/\(text.path)") == text.bytes, "\(text.path)")
    }
  }

  @Test func areInTheOrderOfPaths() {
    let paths = ShippedTexts.all.map(\.path)
    #expect(
      paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && Set(paths).count == paths.count)
  }

  @Test func foldersDoNotMixWithOnesOfALongerName() {
    #expect(ShippedTexts.folder("Pack").isEmpty)
    #expect(ShippedTexts.folder("Packs").allSatisfy { $0.path.hasPrefix("Packs/") })
  }

  @Test func whatIsNotThereIsSaid() {
    #expect(throws: (any Error).self) { try ShippedTexts.tree("Packs/nothing.yaml") }
  }
}
