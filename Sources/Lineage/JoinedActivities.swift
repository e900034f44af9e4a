import Measures
import Records

/// The records of one activity: several where names are joined. What they do not say alike is not known, whichever name
/// comes first, and they count for no less than either alone.
extension [Record] {
  /// Those that say anything of `fields`, or might: what the public record leaves out contradicts nobody.
  func speaking(of fields: [String]) -> [Record] {
    guard count > 1 else { return self }
    return filter { record in
      record.issuer != RecordReader.publicNamespace || fields.contains { record[$0] != nil }
    }
  }

  /// Those that say when it was: of the public record the last day is when what it gave was there.
  private var datedByOwners: [Record] {
    let own = filter { $0.issuer != RecordReader.publicNamespace }
    return own.isEmpty ? self : own
  }

  /// The moment that all of them state.
  func agreed(_ field: String) -> Moment? {
    let moments = datedByOwners.map { $0[field]?.moment }
    guard let first = moments.first, moments.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Their kinds: what begins with weights first, then what else trains, then what is not shown.
  var kinds: [String] {
    let all = Set(map { $0["kind"]?.text ?? "unknown" })
    guard all.count > 1 else { return all.isEmpty ? ["unknown"] : [String](all) }
    func rank(_ kind: String) -> Int {
      if Kinds.kindsWithBase.contains(kind) { return 0 }
      return Kinds.trainingKinds.contains(kind) ? 1 : kind == "unknown" ? 2 : 3
    }
    return all.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  /// The fields in which two of them contradict each other.
  var contradicted: [String] {
    func differ(_ records: [Record], _ field: String) -> Bool {
      Set(records.compactMap { $0[field] }).count > 1
    }
    // A day that only one of them tells is not known of all.
    let dated = datedByOwners
    return ["kind", "state"].filter { differ(self, $0) }
      + ["from", "to"].filter { field in
        differ(dated, field) || Set(dated.map { $0[field] == nil }).count > 1
      }
  }
}

extension GraphBuilder {
  /// Where an activity stands, by each of its records.
  func states(_ records: [Record]) -> Set<Activity.State> {
    let speaking = records.speaking(of: ["state", "from", "to"])
    return Set(
      (speaking.isEmpty ? records : speaking).map { record in
        state(
          record["state"]?.text, record["from"]?.moment, record["to"]?.moment,
          hasBudget: record["budget"] != nil)
      })
  }
}

extension GraphFindings {
  /// Activities that are joined, though what is said of them differs, and those that their owner alone cannot join.
  static func contradictions(_ facts: Facts, _ activities: [Activity], _ identity: Identity) -> [Finding] {
    let two = identity.parted.map { names, fields in
      Finding(
        "joined-by-owner",
        (fields == ["names"] ? Phrase.joinedOwn : .joinedByOwner).with(
          .code(names.map(\.description).joined(separator: ", ")), .code(fields.joined(separator: ", "))),
        about: Set((names + names.map(identity.callAsFunction)).map(\.description)).sorted())
    }
    let halves = identity.halves.filter { $0.name.kind != "party" && identity($0.name) != identity($0.other) }
      .map { name, other in
        Finding(
          "joined-by-one",
          Phrase.joinedByOne.with(.code(name.description), .code(other.description)),
          about: Set([name, other, identity(name), identity(other)].map(\.description)).sorted())
      }
    let apart = identity.severalRuns.map { sides in
      let names = sides.joined().map(\.description)
      return Finding(
        "joined-differ", Phrase.joinedRunsApart.with(.code(names.joined(separator: ", "))),
        about: Set(names + sides.joined().map { identity($0).description }).sorted())
    }
    return two + halves + apart
      + activities.compactMap { activity in
        let fields = activity.records.compactMap { facts[$0] }.contradicted
        guard !fields.isEmpty else { return nil }
        let names = activity.records.map(\.description)
        return Finding(
          "joined-differ",
          Phrase.joinedDiffer.with(
            .code(names.joined(separator: ", ")), .code(fields.joined(separator: ", "))),
          about: Set(names + [activity.id.description]).sorted())
      }
  }
}
