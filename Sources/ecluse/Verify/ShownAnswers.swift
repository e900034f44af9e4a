import Ledger
import Measures
import Records
import Regimes

extension Shown {
  /// Answers that were made again.
  init(_ verification: Verification, _ ledger: LedgerReading?, viewer: String?) {
    let sights = verification.different.map { made in
      ledger.map { made.answer.sight(from: $0, as: viewer) } ?? .same
    }
    let (less, more) = (sights.count { $0 == .less }, sights.count { $0 == .more })
    let other = sights.count { $0 == .other }
    let different = sights.count - less - more - other
    wrong = different == 0 ? [] : [Phrase.otherAnswers.with(.count(different))]
    known = [Phrase.answersMade.with(.count(verification.made.count - sights.count))]
    let isOfLog = verification.made.allSatisfy { $0.answer.log != nil }
    tell(different == 0 && isOfLog ? ledger : nil)
    for (count, phrase) in [
      (less, Phrase.answersHidden), (more, .answersForLess), (other, .answersForOther),
    ] where count > 0 {
      isEstablished = false
      open.append(phrase.with(.count(count)))
    }
    if ledger == nil, verification.made.contains(where: { $0.answer.log != nil }) {
      isEstablished = false
      open.append(Phrase.logNotCompared.message)
    }
  }

  /// A page that was made again.
  init(pageIsSame: Bool, _ asked: PageQuestion, _ ledger: LedgerReading?, viewer: String?) {
    let isOfLog = asked.log.map { log in ledger.map { $0.rootInBase64 == log.root } ?? true } ?? true
    let isOfViewer = ledger == nil || asked.source["viewer"] == viewer
    if !pageIsSame, isOfLog, !isOfViewer {
      isEstablished = false
      open.append(Phrase.pageOfViewer.with(.quoted(asked.source["viewer"] ?? "")))
    } else if !pageIsSame || !isOfLog {
      wrong = [Phrase.pageDiffers.message]
    }
    known = [Phrase.pageOf.with(.code(asked.asOf.description), .code(asked.command))]
    tell(asked.log != nil && isShown ? ledger : nil)
    if asked.isOfLedger, ledger == nil || asked.log == nil {
      isEstablished = false
      open.append(Phrase.logNotCompared.message)
    }
  }
}

extension StatedAnswer {
  /// How much of the bodies behind an answer a reader sees, compared with who made it.
  fileprivate enum Sight { case same, less, more, other }

  /// Whether it rests on bodies of this very log that a reader of it does not see, or was made without bodies that the reader
  /// sees: then it cannot be made again here, and need not be wrong.
  fileprivate func sight(from ledger: LedgerReading, as viewer: String?) -> Sight {
    // An account names whom it was made for, not each fact behind it.
    if case .account(_, _, let maker) = asked { return log == ledger.log && maker != viewer ? .other : .same }
    guard log != nil,
      let tree = try? JSONReader.answer(
        Array(canonical.utf8), file: "", elementsOf: "", each: { _, _ throws(Problems) in }),
      case .object(let members) = tree, case .object(let inputs)? = members["inputs"],
      case .array(let facts)? = inputs["facts"]
    else { return .same }
    var sight = Sight.same
    for fact in facts {
      guard case .object(let fact) = fact, case .string(let name)? = fact["id"],
        case .int(let revision)? = fact["revision"], let id = GlobalID(full: name)
      else { return .same }
      let source = ledger.sources[id]?[revision]
      // What ships with the program is in no log.
      if source == nil, fact["seal"] == .null, id.namespace == RecordReader.publicNamespace { continue }
      guard let source, fact["seal"] == .string(source.sealInHex) else { return .same }
      if fact["withheld"] == .bool(true), source.withheld == [] {
        sight = .more
      } else if fact["withheld"] == .bool(false), source.withheld != [], sight == .same {
        sight = .less
      }
    }
    return sight
  }
}
