import Measures
import Records

extension Workspace {
  /// Statements of a day that has not come: nobody can have made them yet.
  func remarks(on today: CivilDate) -> [Problem] {
    (dossier?.records ?? []).compactMap { record in
      guard let stated = record.stated, stated.first > Moment.day(today).last else { return nil }
      return Problem(
        .statedLater, at: record.mark, field: "stated", rule: Phrase.saidLater.with(.date(stated)),
        remedy: Phrase.checkDate.message)
    }
  }

  /// Prints what a reader must know to standard error, beside the answer: that one never depends on the clock.
  func remark(_ language: Language) { Exit.print(remarks(on: TimeOptions.today), language) }
}
