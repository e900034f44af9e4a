import Ledger
import Measures
import Records
import Regimes

extension Shown {
  /// Answers that were made again.
  /// - Parameter isOfDossier: whether a dossier was given to make them from.
  init(_ verification: Verification, _ ledger: LedgerReading?, viewer: String?, isOfDossier: Bool) {
    let sights = verification.different.map { made in
      ledger.map { made.answer.sight(from: $0, as: viewer) }
        ?? made.answer.sight(isOfDossier: isOfDossier)
    }
    func count(_ sight: StatedAnswer.Sight) -> Int { sights.count { $0 == sight } }
    let different = count(.same)
    wrong = different == 0 ? [] : [Phrase.otherAnswers.with(.count(different))]
    known = [Phrase.answersMade.with(.count(verification.made.count - sights.count))]
    let isOfLog = verification.made.allSatisfy { $0.answer.log != nil }
    tell(different == 0 && isOfLog ? ledger : nil)
    for (count, phrase) in [
      (count(.less), Phrase.answersHidden), (count(.more), .answersForLess),
      (count(.other), .answersForOther),
      (count(.nothing), .factsNotHere),
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
  init(
    pageIsSame: Bool, _ asked: PageQuestion, _ ledger: LedgerReading?, viewer: String?, isOfDossier: Bool
  ) {
    let isOfLog = asked.log.map { log in ledger.map { $0.rootInBase64 == log.root } ?? true } ?? true
    let isOfViewer = ledger == nil || asked.source["viewer"] == viewer
    let isHere = ledger != nil || !asked.isOfLedger && (isOfDossier || asked.source["dossier"] == nil)
    if !pageIsSame, !isHere {
      isEstablished = false
      open.append(Phrase.pageFactsNotHere.message)
    } else if !pageIsSame, isOfLog, !isOfViewer {
      isEstablished = false
      open.append(
        asked.source["viewer"].map { Phrase.pageOfViewer.with(.quoted($0)) } ?? Phrase.pageOfHolder.message)
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
  /// How much of the facts behind an answer a reader sees, compared with who made it.
  fileprivate enum Sight { case same, less, more, other, nothing }

  /// Whether what it was made from is here, where no ledger is: a log’s facts are not, nor a dossier’s where none was given.
  fileprivate func sight(isOfDossier: Bool) -> Sight {
    guard log == nil else { return .nothing }
    let isPublic = facts?.allSatisfy { $0.id.namespace == RecordReader.publicNamespace } ?? false
    return isOfDossier || isPublic ? .same : .nothing
  }

  /// Whether it rests on bodies of this very log that a reader of it does not see, or was made without bodies that the reader
  /// sees: then it cannot be made again here, and need not be wrong.
  fileprivate func sight(from ledger: LedgerReading, as viewer: String?) -> Sight {
    // An account names whom it was made for, not each fact behind it.
    if case .account(_, _, let maker) = asked { return log == ledger.log && maker != viewer ? .other : .same }
    guard log != nil, let facts else { return .same }
    var sight = Sight.same
    for fact in facts {
      let source = ledger.sources[fact.id]?[fact.revision]
      // What ships with the program is in no log.
      if source == nil, fact.json["seal"] == .null, fact.id.namespace == RecordReader.publicNamespace {
        continue
      }
      guard let source, fact.json["seal"] == .string(source.sealInHex) else { return .same }
      if fact.json["withheld"] == .bool(true), source.withheld == [] {
        sight = .more
      } else if fact.json["withheld"] == .bool(false), source.withheld != [], sight == .same {
        sight = .less
      }
    }
    return sight
  }

  private struct StatedFact {
    let id: GlobalID
    let revision: Int
    let json: [String: JSON]
  }

  /// The facts that it names; `nil`: it names none, or not as answers do.
  private var facts: [StatedFact]? {
    guard
      let tree = try? JSONReader.answer(
        Array(canonical.utf8), file: "", elementsOf: "", each: { _, _ throws(Problems) in }),
      case .object(let members) = tree, case .object(let inputs)? = members["inputs"],
      case .array(let list)? = inputs["facts"]
    else { return nil }
    let facts = list.compactMap { fact -> StatedFact? in
      guard case .object(let json) = fact, case .string(let name)? = json["id"],
        case .int(let revision)? = json["revision"], let id = GlobalID(full: name)
      else { return nil }
      return StatedFact(id: id, revision: revision, json: json)
    }
    return facts.count == list.count ? facts : nil
  }
}
