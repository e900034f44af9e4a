import Measures
import Records

extension Estimator.Failure {
  func problem(at mark: Mark, field: String, method: String?, near: [String]) -> Problem {
    let (code, rule, remedy): (Problem.Code, Message, Message) =
      switch self {
      case .needs(let fields):
        (
          .missingField, Phrase.needsFields.with(.code(method ?? "?"), .code(fields)),
          Phrase.completeEstimate.message
        )
      case .utilisation(let value):
        (.contradiction, Phrase.badUtilisation.with(.quoted(value)), Phrase.checkPrecision.message)
      case .unknownChip(let chip):
        (
          .unknownWord, Phrase.unknownChip.with(.quoted(chip)),
          near.isEmpty
            ? Phrase.statePeak.message : Phrase.chipOrPeak.with(.code(near.joined(separator: ", ")))
        )
      case .noPeak(let chip, let precision):
        (.unknownWord, Phrase.noPeak.with(.quoted(chip), .code(precision)), Phrase.statePeak.message)
      case .measure(let error) where error.code == .overflow:
        (.overflow, Phrase.overflow.with(.quoted(error.subject)), Phrase.checkExponent.message)
      case .measure(let error):
        (.contradiction, Phrase.unorderedBounds.with(.quoted(error.subject)), Phrase.rewriteIt.message)
      }
    return Problem(code, at: mark, field: field, rule: rule, remedy: remedy)
  }
}
