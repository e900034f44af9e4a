import Ledger
import Lineage
import Measures
import Records
import Regimes

extension Workspace {
  /// What a command works on where it reads a ledger: what the viewer may see, beside the packs that ship.
  ///
  /// A record with a mistake stops nobody else's answer: nothing in it counts, and it is told.
  init(
    ledger reading: LedgerReading, names: [String] = [], packs folder: String? = nil
  ) throws(Problems) {
    let places = try Self.places()
    let estimator = try Self.estimator()
    let (packs, mistakes) = try Self.packs(places, folder: folder, only: nil)
    guard let packs, mistakes.isEmpty else { throw Problems(mistakes) }
    let found =
      try Self.vocabulary().problems(in: reading.records) + estimator.problems(in: reading.records)
      + packs.problems(in: reading.records, places: places)
    let doubtful = Set(found.compactMap(\.mark?.file))
    let records = reading.records.map { record in
      doubtful.contains(record.mark.file) || reading.unsettled.contains(record.id) ? record.withheld : record
    }
    let prefix = RecordReader.publicNamespace
    let own = records.filter { $0.id.namespace != prefix }
    let isNamed =
      names.contains { $0.hasPrefix(prefix + ":") }
      || own.contains { $0.body.values.contains { $0.references.contains { $0.namespace == prefix } } }
    let isShipped = own.count == records.count && isNamed
    self.init(
      ledger: reading, records + (isShipped ? try Self.publicRecord(places).records : []), packs, estimator,
      places, doubts: found)
  }

  private init(
    ledger reading: LedgerReading, _ records: [Record], _ packs: RegimeLibrary, _ estimator: Estimator,
    _ places: Places, doubts: [Problem]
  ) {
    let prefix = RecordReader.publicNamespace
    let own = records.filter { $0.id.namespace != prefix }
    let shipped = records.filter { $0.id.namespace == prefix }
    self.init(
      tables: Tables(shipped + own), estimator: estimator, library: packs, places: places,
      dossier: own.first.map { RecordReader.Dossier(namespace: $0.id.namespace, title: nil, records: own) },
      publicRecord: shipped.isEmpty
        ? nil : RecordReader.Dossier(namespace: prefix, title: nil, records: shipped),
      drafts: [], ledger: reading, doubts: doubts, folder: nil)
  }

  /// The same for a day on which records contradict each other, such as two that each say they came from the other: nothing in
  /// those counts, not even what enters them.
  func settled(_ dates: Dates) throws(Problems) -> Workspace {
    guard let ledger else { return self }
    var (result, patience) = (self, 4)
    while true {
      do throws(Problems) {
        _ = try result.graph(dates, foreseenFrom: dates.asOf)
        return result
      } catch {
        let marks = Set(error.list.compactMap(\.mark))
        let records = (result.publicRecord?.records ?? []) + (result.dossier?.records ?? [])
        let blamed = records.filter { marks.contains($0.mark) && $0 != $0.doubted }
        guard !blamed.isEmpty else { throw error }
        // Whoever contradicts itself without end is not believed in anything that it says of computation.
        patience -= 1
        let issuers = patience < 0 ? Set(blamed.map(\.issuer)) : []
        result = Workspace(
          ledger: ledger,
          records.map { record in
            marks.contains(record.mark) || record.kind == "activity" && issuers.contains(record.issuer)
              ? record.doubted : record
          }, library, estimator, places, doubts: result.doubts + error.list)
      }
    }
  }

  /// What a ledger's viewer must know of it beside the answer.
  func doubted(_ language: Language) {
    Exit.print(doubts, language)
    if withheld > 0 {
      StandardError().write(Phrase.recordsWithheld.with(.count(withheld)).text(language) + "\n")
    }
    for (kind, leaves) in (ledger?.unknownKinds ?? [:]).sorted(by: { $0.key < $1.key }) {
      StandardError().write(
        Phrase.kindsUnread.with(.code(kind), .count(leaves.count)).text(language) + "\n")
    }
  }

  /// Of how many things the viewer does not see everything.
  private var withheld: Int { Set((ledger?.records ?? []).filter(\.isWithheld).map(\.id)).count }

  /// The same for the reader of a page.
  var pageNotes: [Message] {
    guard let ledger else { return [] }
    let (ignored, unread) = (doubts.count, ledger.unknownKinds.values.reduce(0) { $0 + $1.count })
    return [Phrase.pageLedger.with(.code(ledger.origin), .count(Int(clamping: ledger.size)))]
      + [(withheld, Phrase.pageWithheld), (ignored, .pageDoubts), (unread, .pageUnread)].filter { $0.0 > 0 }
      .map { $1.with(.count($0)) }
  }

  /// What an answer says of its inputs, with what a ledger says of each.
  func sealed(_ answer: JSON) -> JSON {
    guard let ledger, case .object(var members) = answer, case .object(var inputs)? = members["inputs"],
      case .array(let facts)? = inputs["facts"]
    else { return answer }
    inputs["log"] = ledger.log.json
    inputs["facts"] = .array(facts.map { fact in Self.sealed(fact, ledger) })
    members["inputs"] = .object(inputs)
    return .object(members)
  }

  /// What an answer says, without what a ledger says of its inputs.
  static func unsealed(_ answer: JSON) -> JSON {
    guard case .object(var members) = answer, case .object(var inputs)? = members["inputs"],
      case .array(let facts)? = inputs["facts"]
    else { return answer }
    inputs["log"] = nil
    inputs["facts"] = .array(
      facts.map { fact in
        guard case .object(var members) = fact else { return fact }
        members["seal"] = .null
        members["withheld"] = nil
        return .object(members)
      })
    members["inputs"] = .object(inputs)
    return .object(members)
  }

  private static func sealed(_ fact: JSON, _ ledger: LedgerReading) -> JSON {
    guard case .object(var members) = fact, case .string(let name)? = members["id"],
      case .int(let revision)? = members["revision"], let id = GlobalID(full: name),
      let source = ledger.sources[id]?[revision]
    else { return fact }
    members["seal"] = .string(source.sealInHex)
    members["withheld"] = .bool(source.withheld.map { !$0.isEmpty } ?? true)
    return .object(members)
  }
}

extension LedgerReading {
  /// The log as an answer names it.
  var log: StatedAnswer.Log {
    StatedAnswer.Log(origin: origin, size: String(size), root: rootInBase64)
  }
}
