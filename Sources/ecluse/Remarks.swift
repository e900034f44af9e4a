import Lineage
import Measures
import Records
import Regimes

extension Workspace {
  /// Statements of a day that has not come: nobody can have made them yet.
  func remarks(on today: CivilDate) -> [Problem] {
    located(
      (dossier?.records ?? []).compactMap { record in
        guard let stated = record.stated, stated.first > Moment.day(today).last else { return nil }
        return Problem(
          .statedLater, at: record.mark, field: "stated", rule: Phrase.saidLater.with(.date(stated)),
          remedy: Phrase.checkDate.message)
      })
  }

  /// What of these facts counts for nothing, though somebody meant it to.
  func remarks(of facts: Facts, _ graph: ComputeGraph, under packs: [RegimePack]) -> [Problem] {
    let judge = Judge(
      facts: facts, graph: graph, library: library, places: places, estimator: estimator, detail: .verdicts)
    return located(leftOut(of: facts, under: packs))
      + judge.unheeded(under: packs).map { act, rule, remedy in
        Problem(.withoutEffect, at: act.mark, rule: rule, remedy: remedy)
      }
  }

  /// What adopters set in regimes that were left out of the question.
  private func leftOut(of facts: Facts, under packs: [RegimePack]) -> [Problem] {
    facts.records(of: "adoption").compactMap { record in
      guard case .verbatim(.object(let set))? = record["parameters"], !set.isEmpty,
        let regime = record["regime"]?.text, let pack = library.pack(regime),
        !packs.contains(where: { $0.id == pack.id })
      else { return nil }
      return Problem(
        .leftOut, at: record.mark, field: "parameters",
        rule: Phrase.parametersLeftOut.with(
          .code(regime), .code(set.keys.sorted().joined(separator: ", "))),
        remedy: Phrase.nameRegimeToo.with(.code(regime)))
    }
  }

  /// Prints what a reader must know to standard error, beside the answer: that one never depends on the clock.
  func remark(_ language: Language) { Exit.print(remarks(on: TimeOptions.today), language) }
}
