import ArgumentParser
import Exchange
import Lineage
import Measures
import Records
import Regimes

/// What can be exported.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case cyclonedx, spdx, openlineage
  case prov = "prov-json"
}

/// `ecluse export FORMAT DOSSIER`: a dossier in the words of another standard, with what it has none for under names of ours.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: say(.helpExport), discussion: say(.helpExportMore))
  }

  @Argument(help: .init(.helpExportFormat, .valueImportFormat)) var format: ExportFormat
  @Argument(help: .init(.helpFolder, .valueFolder)) var dossier: String
  @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var file: String?
  @Option(help: .init(.helpExportNamespace, .valueNamespace)) var namespace: String?
  @Option(help: .init(.helpExportConvention, .valueConvention)) var convention: [String] = []
  @Flag(help: .init(.helpWithoutRecords)) var withoutRecords = false
  @OptionGroup var more: PackOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let (text, remarks) = try document()
      try WholeFile.write(text, to: file)
      Exit.print(remarks, output.lang)
    } catch {
      throw Exit.after(error, output.lang)
    }
  }

  /// The document, and what whoever passes it on must know.
  func document() throws(Problems) -> (text: String, remarks: [Problem]) {
    let (path, _) = try operands([dossier], isDossier: true)
    let workspace = try Workspace(
      dossier: path, packs: more.packs, dates: time.dates, keepsDrafts: !withoutRecords)
    workspace.remark(output.lang)
    let (facts, graph) = try workspace.graph(asOf: time.dates.asOf, knownAt: time.dates.knownAt)
    var outline = Outline(
      facts, of: try party(workspace), title: workspace.dossier?.title, drafts: workspace.drafts)
    outline.properties = try Figures(graph, try conventions(workspace.library, facts)).properties(outline)
    return (text(outline), remarks(outline, workspace))
  }

  private func text(_ outline: Outline) -> String {
    switch format {
    case .cyclonedx: CycloneDX.document(outline, tool: "Écluse").canonical + "\n"
    case .spdx: SPDX.document(outline, tool: "Écluse").canonical + "\n"
    case .openlineage: OpenLineage.events(outline).map { $0.canonical + "\n" }.joined()
    case .prov: Provenance.document(outline).canonical + "\n"
    }
  }

  /// Whose records: a document is of one party, without a word of the one whose dossier it is.
  private func party(_ workspace: Workspace) throws(Problems) -> String {
    let parties = Set(workspace.subjectRecords.map(\.id.namespace)).sorted()
    let wanted = namespace ?? workspace.dossier?.namespace ?? ""
    if parties.contains(wanted) { return wanted }
    throw Problems([
      Problem(
        .unknownDefinition, at: nil, field: "--namespace",
        rule: Phrase.exportOfOne.with(.code(parties.joined(separator: ", "))),
        remedy: Phrase.chooseName.message)
    ])
  }

  /// Under which conventions totals are stated: those that are named, else those of every regime that is judged unasked.
  private func conventions(_ library: RegimeLibrary, _ facts: Facts) throws(Problems) -> [CountingConvention]
  {
    guard convention.isEmpty else {
      return try convention.map { name throws(Problems) in try AccountCommand.convention(name, library) }
    }
    return library.conventionNames.compactMap { library.convention($0) }.filter { convention in
      convention.measures == .trainingCompute && convention.pack(in: library)?.isHeeded(in: facts) == true
    }
  }

  /// Which of the records that travel are not for everybody.
  private func remarks(_ outline: Outline, _ workspace: Workspace) -> [Problem] {
    let kept = workspace.drafts.filter { draft in
      draft.id.namespace == outline.namespace && draft.isRestricted
    }
    return kept.isEmpty
      ? []
      : [
        Problem(
          .disclosed, at: nil,
          rule: Phrase.exportDiscloses.with(.code(kept.map(\.id.local).joined(separator: ", "))),
          remedy: Phrase.leaveRecordsOut.message)
      ]
  }
}

extension Draft {
  /// Whether it says that not everybody may read it.
  fileprivate var isRestricted: Bool {
    fields["readers"].map { !$0.elements.contains { $0.text == "public" } } ?? false
  }
}
