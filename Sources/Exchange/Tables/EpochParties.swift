import Measures

/// Who did the work of a table's rows: each organisation, and where several did one work, the party that they are together,
/// because an activity has one actor.
struct EpochParties {
  private(set) var records: [WrittenRecord] = []
  private var locals: [String: String] = [:]
  private var joint: [[String]: String] = [:]
  private var names = UniqueNames()

  init(_ rows: [EpochRow]) {
    let seats = Self.seats(rows)
    for name in Set(rows.flatMap(\.organizations)).sorted() {
      let shown = name.replacing(/\s*\([^)]*\)/, with: "")
      let local = names.take(Slug.of(shown), else: "party").local
      locals[name] = local
      records.append(Self.party(local, name, seat: seats[name]))
    }
    for row in rows where row.organizations.count > 1 && joint[row.organizations] == nil {
      let members = row.organizations.compactMap { locals[$0] }
      let wanted =
        members.count <= 3 ? members.joined(separator: "+") : "\(members[0])+\(members.count - 1)-others"
      let local = names.take(String(wanted.prefix(180)), else: "party").local
      joint[row.organizations] = local
      let codes = Set(row.organizations.map { seats[$0] })
      records.append(
        Self.party(
          local, row.organizations.joined(separator: ", "), seat: codes.count == 1 ? codes.first ?? nil : nil)
      )
    }
    records.sort { $0.local < $1.local }
  }

  /// The party that did the work of a row, if the row says who did.
  func actor(of row: EpochRow) -> String? {
    row.organizations.count == 1 ? locals[row.organizations[0]] : joint[row.organizations]
  }

  private static func party(_ local: String, _ name: String, seat: String?) -> WrittenRecord {
    WrittenRecord("party", local, [.text("name", name)] + (seat.map { [.plain("seat", $0)] } ?? []))
  }

  /// A seat where every row that tells this organisation's country apart gives the same single one.
  private static func seats(_ rows: [EpochRow]) -> [String: String] {
    var found: [String: Set<String>] = [:]
    for row in rows {
      let (names, places) = (row.organizations, row.countries)
      for (index, name) in names.enumerated() {
        if names.count == places.count {
          found[name, default: []].insert(places[index])
        } else if Set(places).count == 1 {
          found[name, default: []].insert(places[0])
        } else if names.count == 1 {
          // Several countries of one organisation: none of them is its seat.
          found[name, default: []].insert("")
        }
      }
    }
    return found.compactMapValues { places in
      let codes = Set(places.map { EpochCountries.codes[$0] ?? "" })
      return codes.count == 1 ? codes.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    }
  }
}
