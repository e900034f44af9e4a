import ArgumentParser
import Lineage
import Measures
import Records
import Regimes

/// `ecluse account`: the compute behind models.
struct AccountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "account", abstract: say(.helpAccount))
  }

  @Argument(help: .init(.helpOperand, .valueOperand)) var operand: [String] = []
  @Option(help: .init(.helpConvention, .valueConvention)) var convention = "seed-annex-a"
  @Flag(help: .init(.helpAll)) var all = false
  @OptionGroup var more: PackOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var time: TimeOptions
  @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let (path, names) = try operands(operand)
      let workspace = try source.workspace(
        dossier: path, names: names, packs: more.packs, time: time, output.lang)
      workspace.remark(output.lang)
      let dates = time.dates
      let (facts, graph) = try workspace.graph(asOf: dates.asOf, knownAt: dates.knownAt)
      let convention = try Self.convention(self.convention, workspace.library)
      let accountant = Accountant(graph, convention)
      let kinds: Set<String> = names.isEmpty ? ["artifact"] : ["artifact", "activity"]
      let ids = try workspace.ids(named: names, kinds: kinds, mayBeFolder: true).filter { id in
        facts[id].map { $0.kind == "activity" || $0["type"]?.text ?? "model" == "model" || !names.isEmpty }
          ?? false
      }
      // A table shows figures alone.
      let isTable = format == .text && names.count != 1 && ids.count > AccountReport.limit
      var accounts: [Account] = []
      for id in ids {
        do {
          accounts.append(try accountant.account(of: id, brief: isTable))
        } catch {
          throw Problems([
            Problem(
              .overflow, at: facts[id]?.mark, rule: Phrase.overflow.with(.code(error.subject)),
              remedy: Phrase.checkExponent.message)
          ])
        }
      }
      if format == .json {
        print(workspace.answer(accounts, convention, dates, viewer: source.viewer.viewer).canonical)
      } else {
        let report = AccountReport(
          accounts: accounts, convention: convention, facts: facts, graph: graph,
          proposal: Self.proposal(of: convention, workspace.library, facts), showAll: all)
        print(report.text(output.style, detailed: names.count == 1))
      }
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
  }

  /// The pack of a convention, if it is a proposal that no record of an adoption names.
  static func proposal(
    of convention: CountingConvention, _ library: RegimeLibrary, _ facts: Facts
  ) -> RegimePack? {
    let id = String(convention.name.prefix { $0 != ":" })
    guard let pack = library.pack(id), pack.status == .proposal else { return nil }
    let isAdopted = facts.records(of: "adoption").contains { record in
      record["regime"]?.text?.split(separator: "@").first.map(String.init) ?? id == id
    }
    return isAdopted ? nil : pack
  }

  /// The convention of that name; a bare name that is unique is enough.
  static func convention(_ name: String, _ library: RegimeLibrary) throws(Problems) -> CountingConvention {
    let all = library.conventionNames.filter { library.convention($0)?.measures == .trainingCompute }
    let names = all.filter { $0 == name || $0.hasSuffix(":" + name) }
    if names.count == 1, let known = library.convention(names[0]) { return known }
    throw Problems([
      Problem(
        .unknownDefinition, at: nil, field: "--convention", rule: Phrase.unknownConvention.with(.code(name)),
        remedy: Phrase.nearestOrAll(name, all))
    ])
  }
}
