import ArgumentParser
import Measures
import Records

/// `ecluse kinds`: what a dossier may say.
struct KindsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "kinds", abstract: say(.helpKinds))
  }

  @Argument(help: .init(.helpKind, .valueKind)) var kind: String?
  @Flag(help: .init(.helpSchema)) var schema = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !schema || kind == nil else { throw ValidationError(say(.schemaOfAll)) }
  }

  func run() throws {
    let style = output.style
    if schema { return print(DossierSchema.json(output.lang).canonical) }
    guard let kind else {
      var table = TextTable([.left, .left])
      for kind in Kinds.all { table.add([kind.name, kind.means[style.language]], [.bold, nil]) }
      print(style.text(table.lines(style)))
      return
    }
    guard let known = Kinds.inLedger(kind) else {
      let near = NearestNames.of(kind, among: Kinds.all.map(\.name))
      throw Exit.after(
        Problems([
          Problem(
            .unknownKind, at: nil, rule: Phrase.unknownKind.with(.code(kind)),
            remedy: near.isEmpty
              ? Phrase.seeKinds.message : Phrase.didYouMean.with(.code(near.joined(separator: ", "))))
        ]), output.lang)
    }
    print(style.text([style(known.name, .bold) + "  " + known.means[style.language]]))
    var table = TextTable([.left, .left, .left])
    add(known.fields, to: &table, style, indent: "")
    print(style.text(table.lines(style, indent: 2)))
    // What ledgers alone hold is not written in dossiers.
    guard Kinds.named(kind) != nil else { return }
    print(style.text([style(style.say(.everyRecord), .faint)]))
    var common = TextTable([.left, .left, .left])
    add(Kinds.commonFields, to: &common, style, indent: "")
    print(style.text(common.lines(style, indent: 2)))
  }

  private func add(_ fields: [Field], to table: inout TextTable, _ style: TextStyle, indent: String) {
    for field in fields {
      let marks = (field.isRequired ? "* " : "") + (field.isHead ? "head" : "body")
      table.add([indent + field.name, marks, field.means[style.language]], [.bold, .faint, nil])
      switch field.shape {
      case .group(let inner), .list(.group(let inner)): add(inner, to: &table, style, indent: indent + "  ")
      case .word(let words) where !words.isEmpty:
        table.add(["", "", words.joined(separator: ", ")], [nil, nil, .faint])
      default: break
      }
    }
  }
}
