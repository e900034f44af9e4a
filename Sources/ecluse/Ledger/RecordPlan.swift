import Ledger
import Measures
import Records

/// What recording a dossier would do to a ledger.
struct RecordPlan {
  /// What becomes of one record.
  enum Fate {
    case new, revised, unchanged
    /// The ledger has the leaf, and not its body.
    case completed
    /// The ledger has the leaf, and erased of its body what is not there.
    case erased
    /// The ledger has that revision with another content.
    case conflict
    /// The ledger has that revision, for other readers.
    case otherReaders
    /// No key of its namespace is at hand.
    case notOurs
    /// The ledger has it and the dossier has not: what withdraws it.
    case withdrawn
  }

  struct Item {
    let draft: Draft
    let readers: Readers
    let fate: Fate
    let submission: Submission?
  }

  let items: [Item]
  /// What the ledger has of these namespaces and the dossier has not.
  let missing: [GlobalID]

  /// Signs each draft of the key's party and looks it up.
  /// - Parameter withdraws: whether what the dossier does not have is withdrawn.
  init(
    _ drafts: [Draft], key: KeyFile, readers: Readers, withdraws: Bool, _ store: any Store
  ) async throws(Problems) {
    var items: [Item] = []
    var seen: Set<Draft> = []
    for draft in drafts where seen.insert(draft).inserted {
      guard draft.id.namespace == key.party else {
        items.append(Item(draft: draft, readers: readers, fate: .notOurs, submission: nil))
        continue
      }
      let submission = try Submission.of(
        draft, readers: readers, sealing: key.sealing, signedBy: [key.signing])
      items.append(
        Item(
          draft: draft, readers: try Statement(payload: submission.envelope.payload, file: "").head.readers,
          fate: .new, submission: submission))
    }
    items = try await Self.looked(up: items, store)
    let missing = try await Self.missing(in: Set(drafts.map(\.id)), of: key.party, store)
    if withdraws {
      for id in missing {
        let draft = Draft(withdrawing: id)
        let submission = try Submission.of(
          draft, readers: readers, sealing: key.sealing, signedBy: [key.signing])
        items.append(Item(draft: draft, readers: readers, fate: .withdrawn, submission: submission))
      }
    }
    self.items = items
    self.missing = withdraws ? [] : missing
  }

  private static func looked(up items: [Item], _ store: any Store) async throws(Problems) -> [Item] {
    let latest = try await store.latest(items.map(\.draft.id))
    var known: [Item] = []
    for item in items {
      guard let submission = item.submission, let row = latest[item.draft.id] else {
        known.append(item)
        continue
      }
      var query = StatementQuery()
      (query.id, query.revision) = (item.draft.id, item.draft.revision)
      let same = row.revision == item.draft.revision ? row : try await store.statements(query).first
      let statement = try Statement(payload: submission.envelope.payload, file: "")
      var fate: Fate = same.map { $0.payload == statement.digest ? .unchanged : .conflict } ?? .revised
      if let same, fate == .unchanged {
        switch try await KeptBody.outcome(of: submission, store, for: same) {
        case .nothing: break
        case .added: fate = .completed
        case .erased: fate = .erased
        }
      } else if let same, let leaf = try await store.leaves(same.leaf..<same.leaf + 1).first {
        let known = try Statement(payload: Envelope(leaf, file: "leaf").payload, file: "leaf")
        if known.seal == statement.seal, known.head.fields == statement.head.fields { fate = .otherReaders }
      }
      known.append(Item(draft: item.draft, readers: item.readers, fate: fate, submission: submission))
    }
    return known
  }

  /// What the ledger has of a party, neither named here nor withdrawn.
  private static func missing(
    in known: Set<GlobalID>, of party: String, _ store: any Store
  ) async throws(Problems) -> [GlobalID] {
    var query = StatementQuery()
    var found: Set<GlobalID> = []
    while true {
      let rows = try await store.statements(query)
      for row in rows where row.issuer == party && Kinds.named(row.kind) != nil && !known.contains(row.id) {
        found.insert(row.id)
        guard row.kind == "withdrawal" else { continue }
        let targets = Set(
          try await store.mentions(in: row.leaf..<row.leaf + 1, for: .everyone).map(\.id))
        found.subtract(targets)
        // What withdraws something that is not here has done what it was for.
        if targets.isDisjoint(with: known) { found.remove(row.id) }
      }
      guard let last = rows.last, rows.count == query.limit else { break }
      query.leaves = last.leaf + 1..<query.leaves.upperBound
    }
    return found.sorted()
  }

  /// What would be appended, earlier revisions first.
  var toAppend: [Item] { items.filter { [.new, .revised, .completed, .withdrawn].contains($0.fate) } }

  /// The records of one fate.
  func items(_ fate: Fate) -> [Item] { items.filter { $0.fate == fate } }

  /// The plan for people.
  func lines(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    func add(_ phrase: Phrase, _ tone: TextStyle.Tone?, _ names: [String]) {
      guard !names.isEmpty else { return }
      let title = style.say(phrase.with(.count(names.count)))
      lines.append(tone.map { style(title, $0) } ?? title)
      lines += names.prefix(Self.shown).map { "  " + $0 }
      if names.count > Self.shown {
        lines.append("  " + style.say(Phrase.andMore.with(.count(names.count - Self.shown))))
      }
    }
    func names(_ fate: Fate) -> [String] {
      items(fate).map { item in
        let revision = item.draft.revision > 1 ? "@\(item.draft.revision)" : ""
        return "\(item.draft.id.full)\(revision)  \(style.say(item.readers.phrase))"
      }
    }
    add(.planNew, .bold, names(.new))
    add(.planRevised, .bold, names(.revised))
    add(
      .planWithdrawn, .bold, items(.withdrawn).flatMap { $0.draft.fields["of"]?.references ?? [] }.map(\.full)
    )
    add(.planCompleted, .bold, names(.completed))
    add(.planErased, nil, items(.erased).map { "\($0.draft.id.full)@\($0.draft.revision)" })
    add(
      .planConflict, .closed,
      (items(.conflict) + items(.otherReaders)).map { "\($0.draft.id.full)@\($0.draft.revision)" })
    add(.planNotOurs, nil, items(.notOurs).map(\.draft.id.full))
    add(.planMissing, nil, missing.map(\.full))
    lines.append(style(style.say(Phrase.planUnchanged.with(.count(items(.unchanged).count))), .faint))
    return lines
  }

  private static let shown = 20
}

extension Readers {
  /// The readers in words.
  var phrase: Message {
    switch self {
    case .everyone: Phrase.readersEveryone.message
    case .parties(let names) where names.isEmpty: Phrase.readersNobody.message
    case .parties(let names): Phrase.readersParties.with(.code(names.sorted().joined(separator: ", ")))
    }
  }
}

extension Draft {
  /// The withdrawal of all that its party has said about a thing.
  fileprivate init(withdrawing id: GlobalID) {
    let kind = Kinds.withdrawal
    self.init(
      kind: kind, id: GlobalID(id.namespace, kind.name, "\(id.kind)/\(id.local)"),
      fields: ["of": .reference(id)], mark: Mark(file: id.full, line: 0))
  }
}
