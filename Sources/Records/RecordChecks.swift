import Measures

extension RecordReader {
  /// Refuses contents that contradict each other; the same statement twice is one statement.
  mutating func checked(_ records: [Record], isWhole: Bool) -> [Record] {
    var seen: [GlobalID: [Int: Record]] = [:]
    var result: [Record] = []
    /// Names of which one revision could not be told from the others.
    var unsure: Set<GlobalID> = []
    for record in records {
      if unread[record.mark]?.contains("revision") == true {
        unsure.insert(record.id)
        result.append(record)
        continue
      }
      if let other = seen[record.id]?[record.revision] {
        if other != record {
          let place = "\(other.mark.file):\(other.mark.line)"
          problems.append(
            Problem(
              .duplicateRecord, at: record.mark,
              rule: Phrase.duplicateRecord.with(
                .code(record.id.full), .count(record.revision), .code(place)),
              remedy: Phrase.newRevision.message))
        }
        continue
      }
      seen[record.id, default: [:]][record.revision] = record
      result.append(record)
      if record.replaces != nil, record.because == nil, unread[record.mark]?.contains("because") != true {
        problems.append(
          Problem(
            .missingField, at: record.mark, field: "because", rule: Phrase.withdrawnReason.message,
            remedy: Phrase.addField.with(.code("because: …"))))
      }
      if let replaces = record.replaces, replaces >= record.revision {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "replaces",
            rule: Phrase.replacesLater.with(.count(record.revision), .count(replaces)),
            remedy: Phrase.rewriteIt.message))
      }
      if record.validTo != nil, ["activity", "deployment"].contains(record.kind) {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "valid.to",
            rule: Phrase.noEndOfValidity.with(.code(record.kind)),
            remedy: Phrase.useTo.message))
      }
    }
    if isWhole { checkSignatures(result, seen, unsure) }
    for (id, revisions) in seen where isWhole && !unsure.contains(id) {
      let numbers = revisions.keys.sorted()
      guard numbers != Array(1...numbers.count) else {
        silentRevisions(numbers.compactMap { revisions[$0] })
        continue
      }
      guard numbers.first != 0, let last = numbers.last,
        let gap = (1...max(last, 1)).first(where: { revisions[$0] == nil }),
        let mark = revisions[last]?.mark
      else { continue }
      problems.append(
        Problem(
          .revisionGap, at: mark, field: "revision",
          rule: Phrase.revisionGap.with(.code(id.full), .count(last), .count(gap)),
          remedy: Phrase.addRevision.message))
    }
    return result
  }

  /// What is signed is there to be signed.
  private mutating func checkSignatures(
    _ records: [Record], _ seen: [GlobalID: [Int: Record]], _ unsure: Set<GlobalID>
  ) {
    for record in records where record.kind == "countersignature" {
      guard let id = record.references("of").first, !unsure.contains(id), let revisions = seen[id],
        case .integer(let revision)? = record["of-revision"], revisions[revision] == nil
      else { continue }
      problems.append(
        Problem(
          .missingRecord, at: record.mark, field: "of-revision",
          rule: Phrase.noSuchRevision.with(.code(id.description), .count(revision)),
          remedy: Phrase.signRevision.message))
    }
  }

  /// A revision is a change, which begins later than the one before, or a correction, which says so: the past is not
  /// rewritten in silence.
  private mutating func silentRevisions(_ revisions: [Record]) {
    let changes = revisions.filter { $0.replaces == nil }
    for (before, record) in zip(changes, changes.dropFirst()) {
      if let from = record.validFrom, before.isDone(by: from.first) {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "revision",
            rule: Phrase.doneDoesNotChange.with(.count(record.revision)),
            remedy: Phrase.correctDone.message))
      }
      let isLater = record.validFrom.map { from in before.validFrom.map { $0.first < from.first } ?? true }
      guard isLater != true else { continue }
      problems.append(
        Problem(
          .contradiction, at: record.mark, field: "revision",
          rule: Phrase.silentRevision.with(.count(record.revision), .count(before.revision)),
          remedy: Phrase.changeOrCorrect.message))
    }
  }
}

extension ValueReader {
  /// Refuses what a record of this kind cannot mean.
  mutating func check(_ id: GlobalID, _ body: [String: Value], _ node: Node) {
    switch id.kind {
    case "same-as": checkPair("names", body, node)
    case "independence-claim": checkPair("between", body, node)
    case "activity": checkRates(body, node)
    case "withdrawal" where body["of"]?.reference == id:
      report(.contradiction, node["of"] ?? node, "of", .withdrawsItself, [], .nameAnother)
    default: break
    }
    if let at = body["at"]?.moment, let to = body["valid"]?["to"]?.moment, body["valid"]?["from"] == nil,
      to.last < at.first
    {
      report(.contradiction, node["valid"]?["to"] ?? node, "valid.to", .datesReversed, [], .swapDates)
    }
    if let at = body["at"]?.moment, let stated = body["stated"]?.moment, stated.last < at.first {
      report(
        .contradiction, node["stated"] ?? node, "stated", .statedBefore,
        [.code(stated.description), .code(at.description)], .rewriteIt)
    }
    if case .integer(let revision)? = body["revision"], revision < 1 {
      report(.contradiction, node["revision"] ?? node, "revision", .revisionFromOne, [], .rewriteIt)
    }
    if let budget = node["budget"] { checkProjected(budget) }
    let fields = Kinds.named(id.kind)?.fields.map(\.name).filter { $0 != "complete" } ?? []
    for (index, name) in (body["complete"]?.elements ?? []).compactMap(\.text).enumerated()
    where !fields.contains(name) {
      let near = NearestNames.of(name, among: fields)
      problems.append(
        Problem(
          .unknownWord, at: node["complete"]?.mark ?? node.mark, field: "complete[\(index)]",
          rule: Phrase.notAField.with(.quoted(name), .code(id.kind)),
          remedy: near.isEmpty
            ? Phrase.oneOf.with(.code(fields.joined(separator: ", ")))
            : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
    }
  }

  /// Refuses a rate of a time in which the activity was not. Without a first or a last day it has no end there.
  private mutating func checkRates(_ body: [String: Value], _ node: Node) {
    let (begin, end) = (body["from"]?.moment, body["to"]?.moment)
    for (index, window) in (body["rate"]?.elements ?? []).enumerated() {
      guard let from = window["from"]?.moment, let to = window["to"]?.moment else { continue }
      let isBefore = begin.map { from.last < $0.first } ?? false
      let isAfter = end.map { $0.last < to.first } ?? false
      guard isBefore || isAfter else { continue }
      report(
        .contradiction, node["rate"] ?? node, "rate[\(index)]", .rateOutside, [.date(from), .date(to)],
        .rateWithin)
    }
    checkOverlaps(of: body["rate"]?.elements ?? [], node)
  }

  /// Refuses two windows of one series that overlap and that no rate fits both: whichever is wrong, the series says
  /// nothing of that time.
  private mutating func checkOverlaps(of series: [Value], _ node: Node) {
    let windows = series.enumerated().compactMap { index, fields in StatedWindow(index, fields) }
    var open: [StatedWindow] = []
    for window in windows.sorted(by: { ($0.from, $0.index) < ($1.from, $1.index) }) {
      open.removeAll { $0.to < window.from }
      if let other = open.first(where: { !$0.agrees(with: window) }) {
        let index = max(window.index, other.index)
        report(
          .contradiction, node["rate"]?.asList[index] ?? node, "rate[\(index)]", .ratesDisagree,
          [.code("rate[\(min(window.index, other.index))]")], .ratesApart)
      }
      open.append(window)
    }
  }

  /// Refuses a measurement of what is not yet computed.
  private mutating func checkProjected(_ budget: Node) {
    for (index, estimate) in budget.asList.enumerated() {
      for part in [estimate] + (estimate["of"]?.asList ?? []) where part["method"]?.text == "telemetry" {
        report(
          .contradiction, part["method"] ?? part, "budget[\(index)].method", .measuredBudget, [],
          .projectBudget)
      }
    }
  }

  /// Refuses a pair that is not two different things of one kind.
  private mutating func checkPair(_ field: String, _ body: [String: Value], _ node: Node) {
    guard let list = node[field] else { return }
    let names = body[field]?.references ?? []
    if list.asList.count != 2 {
      report(.contradiction, list, field, .needsTwo, [.count(list.asList.count)], .nameTwo)
    } else if names.count == 2, names[0] == names[1] {
      report(.contradiction, list, field, .sameTwice, [.code("\(names[0])")], .nameTwo)
    } else if names.count == 2, names[0].kind != names[1].kind {
      report(
        .contradiction, list, field, .twoKinds, [.words(names.map(\.kind))], .nameTwo)
    }
  }
}

/// A window of a rate as somebody wrote it.
private struct StatedWindow {
  let index: Int
  let (from, to): (Instant, Instant)
  /// What holds throughout it.
  private let throughout: Bounds<Ratio>
  /// What holds on the whole: of a longer window the measured rate is an average.
  private let onTheWhole: Bounds<Ratio>

  init?(_ index: Int, _ fields: Value) {
    guard let from = fields["from"]?.moment?.first, let to = fields["to"]?.moment?.last else { return nil }
    let (low, high) = (fields["low"]?.quantity?.value, fields["high"]?.quantity?.value)
    let value = fields["value"]?.quantity?.value
    guard let throughout = try? Bounds(low: low ?? .zero, best: nil, high: high),
      let onTheWhole = try? Bounds(low: low ?? value ?? .zero, best: nil, high: high ?? value)
    else { return nil }
    (self.index, self.from, self.to) = (index, from, to)
    (self.throughout, self.onTheWhole) = (throughout, onTheWhole)
  }

  /// Whether some rate fits both, which overlap.
  func agrees(with other: StatedWindow) -> Bool {
    if isWithin(other) { return onTheWhole.overlaps(other.throughout) }
    if other.isWithin(self) { return throughout.overlaps(other.onTheWhole) }
    return onTheWhole.overlaps(other.onTheWhole)
  }

  private func isWithin(_ other: StatedWindow) -> Bool {
    other.from <= from && to <= other.to && (other.from, other.to) != (from, to)
  }
}
