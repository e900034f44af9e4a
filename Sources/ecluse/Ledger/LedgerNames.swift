import Ledger
import Measures
import Records

/// Names of things in a ledger, as people write them.
enum LedgerNames {
  /// The statements about what `name` means, by revision: `namespace/kind/local`, or `namespace:local` where the kind is clear.
  /// - Throws: ``Problems``: there is none, or there are several of that name.
  static func rows(_ name: String, in store: any Store) async throws(Problems) -> [StatementRow] {
    var found: Set<GlobalID> = []
    if let id = GlobalID(full: name), Kinds.inLedger(id.kind) != nil {
      found = [id]
    } else if let colon = name.firstIndex(of: ":") {
      let (namespace, local) = (String(name[..<colon]), String(name[name.index(after: colon)...]))
      let ids = (Kinds.all + Kinds.ofLedger).map { GlobalID(namespace, $0.name, local) }
      found = Set(try await store.latest(ids).keys)
    }
    guard let id = found.first else { throw missing(name) }
    guard found.count == 1 else {
      let names = found.map(\.full).sorted()
      throw Problems([
        Problem(
          .ambiguousName, at: nil,
          rule: Phrase.ambiguousName.with(.quoted(name), .code(names.joined(separator: ", "))),
          remedy: Phrase.writeFullName.with(.code(names[0])))
      ])
    }
    var query = StatementQuery()
    query.id = id
    let rows = try await store.statements(query).sorted { $0.revision < $1.revision }
    guard !rows.isEmpty else { throw missing(name) }
    return rows
  }

  private static func missing(_ name: String) -> Problems {
    Problems([
      Problem(
        .missingRecord, at: nil, rule: Phrase.nothingOfThatName.with(.code(name)),
        remedy: Phrase.seeExport.message)
    ])
  }
}
