import Glibc
import Measures
import Records
import RecordsIO
import TestSupport
import Testing

@Suite struct DossierFolderTests {
  private func codes(_ act: () throws -> Void) -> [Problem.Code] {
    do {
      try act()
      return []
    } catch { return (error as? Problems)?.list.map(\.code) ?? [] }
  }

  @Test func severalFilesAndNamespaces() throws {
    let folder = try ScratchFolder()
    try folder.write("- dossier: acme\n- artifact: m\n", to: "a.yaml")
    try folder.write("- dossier: meta\n- artifact: llama\n- ruling: r\n  about: acme:m\n", to: "b.yml")
    try folder.write(#"[{"artifact":"n"}]"#, to: "c.json")
    let trees = try DossierFolder.trees(folder.path)
    let dossier = try RecordReader.read(trees, places: Dossier.places(), known: [GlobalID]())
    #expect(dossier.namespace == "acme")
    // A file without a header speaks for the first namespace.
    #expect(
      dossier.records.map(\.id) == [
        acme("artifact", "m"), GlobalID("meta", "artifact", "llama"), GlobalID("meta", "ruling", "r"),
        acme("artifact", "n"),
      ])
    #expect(
      dossier.records.map(\.mark.file)
        == ["a.yaml", "b.yml", "b.yml", "c.json"].map { "\(folder.path)/\($0)" })
    #expect(try DossierFolder.trees(folder.path + "/").count == 3)
  }

  @Test func otherFilesAndHiddenOnesAreLeftAlone() throws {
    let folder = try ScratchFolder()
    try folder.write("- dossier: acme\n", to: "a.yaml")
    for name in [".hidden.yaml", ".a.yaml.swp", "notes.txt", "a.yaml~", "README.md", "yaml", "b.YAML"] {
      try folder.write("not: [a list of records", to: name)
    }
    #expect(try DossierFolder.trees(folder.path).count == 1)
    #expect(DossierFolder.texts(folder.path).texts.map(\.path) == ["\(folder.path)/a.yaml"])
  }

  @Test func titlesAreInBothLanguages() throws {
    let folder = try ScratchFolder()
    try folder.write("- dossier: acme\n  title: { en: A test, fr: Un essai }\n", to: "a.yaml")
    let dossier = try RecordReader.read(
      DossierFolder.trees(folder.path), places: Dossier.places(), known: [GlobalID]())
    #expect(dossier.title?[.en] == "A test" && dossier.title?[.fr] == "Un essai")
  }

  @Test func everyBrokenFileIsNamed() throws {
    let folder = try ScratchFolder()
    try folder.write("- [", to: "a.yaml")
    try folder.write("- dossier: acme\n", to: "b.yaml")
    try folder.write("[null]", to: "c.json")
    do {
      _ = try DossierFolder.trees(folder.path)
      Issue.record("accepted")
    } catch {
      #expect(error.list.map { $0.mark?.file } == ["a.yaml", "c.json"].map { "\(folder.path)/\($0)" })
    }
  }

  @Test func foldersThatCannotBeRead() throws {
    let folder = try ScratchFolder()
    #expect(codes { _ = try DossierFolder.trees(folder.path) } == [.unreadable])
    #expect(codes { _ = try DossierFolder.trees(folder.path + "/none") } == [.unreadable])
    try folder.write("- dossier: acme\n", to: "a.yaml")
    #expect(codes { _ = try DossierFolder.trees(folder.path + "/a.yaml") } == [.unreadable])
  }
}

@Suite struct TextFileTests {
  private func codes(_ act: () throws -> Void) -> [Problem.Code] {
    do {
      try act()
      return []
    } catch { return (error as? Problems)?.list.map(\.code) ?? [] }
  }

  @Test func readsTheBytesAsTheyAre() throws {
    let folder = try ScratchFolder()
    let bytes = (0...255).map(UInt8.init) + [0, 10, 13]
    try folder.write(bytes, to: "a")
    #expect(try TextFile.bytes("\(folder.path)/a") == bytes)
    try folder.write([], to: "b")
    #expect(try TextFile.bytes("\(folder.path)/b").isEmpty)
  }

  @Test func refusesBySize() throws {
    let folder = try ScratchFolder()
    try folder.writeZeros(TextFile.maximumSize, to: "a")
    #expect(try TextFile.bytes("\(folder.path)/a").count == 16 << 20)
    try folder.writeZeros(TextFile.maximumSize + 1, to: "b")
    #expect(codes { _ = try TextFile.bytes("\(folder.path)/b") } == [.tooLarge])
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try ScratchFolder()
    #expect(codes { _ = try TextFile.bytes(folder.path) } == [.unreadable])
    #expect(codes { _ = try TextFile.bytes("\(folder.path)/none") } == [.unreadable])
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    #expect(codes { _ = try TextFile.bytes("\(folder.path)/pipe") } == [.unreadable])
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(codes { _ = try TextFile.tree([0x2D, 0x20, 0xE9], named: "a.yaml") } == [.notUTF8])
    #expect(codes { _ = try TextFile.tree([0x22, 0xE9, 0x22], named: "a.json") } == [.notUTF8])
  }

  @Test func theNameSaysTheFormat() throws {
    #expect(try TextFile.tree(Array("a: b".utf8), named: "x.yaml")["a"]?.text == "b")
    #expect(codes { _ = try TextFile.tree(Array("a: b".utf8), named: "x.json") } == [.syntax])
  }

  /// Whoever sends a dossier must not choose what is read on the reader's machine.
  @Test func linksMayNotLeaveTheFolder() throws {
    let (folder, other) = (try ScratchFolder(), try ScratchFolder())
    try folder.write("- dossier: acme\n", to: "a.yaml")
    try other.write("- dossier: other\n", to: "secret.yaml")
    #expect(symlink("a.yaml", "\(folder.path)/b.yaml") == 0)
    #expect(try DossierFolder.trees(folder.path).count == 2)
    #expect(symlink("\(other.path)/secret.yaml", "\(folder.path)/c.yaml") == 0)
    do {
      _ = try DossierFolder.trees(folder.path)
      Issue.record("read")
    } catch {
      #expect(error.list.map(\.code) == [.unreadable])
      #expect(
        error.list[0].text(.en)
          == "\(folder.path)/c.yaml: It is a link that leaves the folder. Put the file itself there. [unreadable]"
      )
    }
    #expect(DossierFolder.texts(folder.path).problems.map(\.code) == [.unreadable])
    // The folder itself may be a link.
    let link = "\(other.path)/link"
    #expect(unlink("\(folder.path)/c.yaml") == 0 && symlink(folder.path, link) == 0)
    #expect(try DossierFolder.trees(link).count == 2)
  }

  @Test func aByteOrderMarkIsNotText() throws {
    let folder = try ScratchFolder()
    try folder.write("\u{FEFF}- dossier: acme\n- artifact: m\n", to: "a.yaml")
    try folder.write("\u{FEFF}[{\"artifact\":\"n\"}]", to: "b.json")
    let dossier = try RecordReader.read(
      DossierFolder.trees(folder.path), places: Dossier.places(), known: [GlobalID]())
    #expect(dossier.records.map(\.id.local) == ["m", "n"])
  }
}
