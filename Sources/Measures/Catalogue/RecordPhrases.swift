/// What is wrong between the fields of a record, or between records: `{0}` is what was found.
extension Phrase {
  package static let rateOutside = Phrase(
    "The window of a rate ({0} to {1}) lies outside the activity’s own `from` and `to`.",
    "La fenêtre d’un débit ({0} à {1}) sort des `from` et `to` de l’activité elle-même.")
  package static let rateWithin = Phrase(
    "Correct the window, or the dates of the activity.",
    "Corrigez la fenêtre, ou les dates de l’activité.")
  package static let parametersLeftOut = Phrase(
    "It sets what counts in {0}, which was left out of the question: {1}.",
    "Il fixe ce qui vaut dans {0}, laissé hors de la question : {1}.")
  package static let nameRegimeToo = Phrase(
    "Name {0} in `--regimes` too, where it should count.",
    "Nommez aussi {0} dans `--regimes`, s’il doit compter.")
  package static let noSuchRevision = Phrase("{0} has no revision {1}.", "{0} n’a pas de révision {1}.")
  package static let signRevision = Phrase(
    "Name the revision that is signed.", "Nommez la révision qui est signée.")
}
