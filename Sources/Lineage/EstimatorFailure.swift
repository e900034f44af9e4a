import Measures
import Records

extension Estimator.Failure {
  func problem(at mark: Mark, field: String, method: String?) -> Problem {
    let (code, rule, remedy): (Problem.Code, Message, Message) =
      switch self {
      case .needs(let fields):
        (
          .missingField, Phrase.needsFields.with(.code(method ?? "?"), .code(fields)),
          Phrase.recordIt.message
        )
      case .utilisation(let value):
        (.contradiction, Phrase.badUtilisation.with(.code(value)), Phrase.checkPrecision.message)
      case .unknownChip(let chip):
        (.unknownWord, Phrase.unknownChip.with(.code(chip)), Phrase.statePeak.message)
      case .noPeak(let chip, let precision):
        (.unknownWord, Phrase.noPeak.with(.code(chip), .code(precision)), Phrase.statePeak.message)
      case .measure(let error) where error.code == .overflow:
        (.overflow, Phrase.overflow.with(.code(error.subject)), Phrase.checkExponent.message)
      case .measure(let error):
        (.contradiction, Phrase.unorderedBounds.with(.code(error.subject)), Phrase.rewriteIt.message)
      }
    return Problem(code, at: mark, field: field, rule: rule, remedy: remedy)
  }
}
