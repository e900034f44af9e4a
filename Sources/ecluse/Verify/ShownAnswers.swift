import Ledger
import Measures
import Records
import Regimes

extension Shown {
  /// Answers that were made again.
  init(_ verification: Verification, _ ledger: LedgerReading?, _ style: TextStyle) {
    let blind = verification.different.count { made in
      ledger.map { made.answer.restsOnMore(than: $0) } ?? false
    }
    let different = verification.different.count - blind
    wrong = different == 0 ? [] : [Phrase.otherAnswers.with(.count(different))]
    known = [Phrase.answersMade.with(.count(verification.made.count - blind))]
    tell(ledger)
    if blind > 0 {
      isEstablished = false
      open.append(Phrase.answersHidden.with(.count(blind)))
    }
    if ledger == nil, verification.made.contains(where: { $0.answer.log != nil }) {
      isEstablished = false
      open.append(Phrase.logNotCompared.message)
    }
  }

  /// A page that was made again.
  init(pageIsSame: Bool, _ asked: PageQuestion, _ ledger: LedgerReading?) {
    if !pageIsSame { wrong = [Phrase.pageDiffers.message] }
    known = [Phrase.pageOf.with(.code(asked.asOf.description), .code(asked.command))]
    tell(ledger)
  }
}

extension StatedAnswer {
  /// Whether it rests on bodies of this very log that a reader of it does not see: then it cannot be made again here, and need
  /// not be wrong.
  fileprivate func restsOnMore(than ledger: LedgerReading) -> Bool {
    guard log != nil,
      let tree = try? JSONReader.answer(
        Array(canonical.utf8), file: "", elementsOf: "", each: { _, _ throws(Problems) in }),
      case .object(let members) = tree, case .object(let inputs)? = members["inputs"],
      case .array(let facts)? = inputs["facts"]
    else { return false }
    var isHidden = false
    for fact in facts {
      guard case .object(let fact) = fact, case .string(let name)? = fact["id"],
        case .int(let revision)? = fact["revision"], let id = GlobalID(full: name),
        let source = ledger.sources[id]?[revision], fact["seal"] == .string(source.sealInHex)
      else { return false }
      isHidden = isHidden || fact["withheld"] == .bool(false) && source.withheld != []
    }
    return isHidden
  }
}
