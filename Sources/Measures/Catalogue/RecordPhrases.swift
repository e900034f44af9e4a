/// What is wrong between the fields of a record, or between records: `{0}` is what was found.
extension Phrase {
  package static let rateOutside = Phrase(
    "The window of a rate ({0} to {1}) lies outside the activity’s own `from` and `to`.",
    "La fenêtre d’un débit ({0} à {1}) sort des `from` et `to` de l’activité elle-même.")
  package static let rateWithin = Phrase(
    "Correct the window, or the dates of the activity.",
    "Corrigez la fenêtre, ou les dates de l’activité.")
  package static let ratesDisagree = Phrase(
    "This window overlaps {0}, and no rate fits both.",
    "Cette fenêtre recouvre {0}, et aucun débit ne convient aux deux.")
  package static let ratesApart = Phrase(
    "Correct one, or give both a `low` and a `high` that hold throughout; what is served side by side is another activity.",
    "Corrigez l’une, ou donnez aux deux un `low` et un `high` qui valent tout du long ; ce qui est servi à côté est une autre activité."
  )
  package static let issuerWithoutRole = Phrase(
    "It has no effect: {0} held none of the roles asked for when it was said ({1}).",
    "Il est sans effet : {0} n’avait aucun des rôles demandés quand ce fut dit ({1}).")
  package static let recordRole = Phrase(
    "Record the role in `roles` of {0}, or have it issued by whoever holds it.",
    "Consignez le rôle dans `roles` de {0}, ou faites-le émettre par qui le tient.")
  package static let haveItSaidBy = Phrase(
    "Have it issued by {0}, or correct what it is about.",
    "Faites-le émettre par {0}, ou corrigez ce sur quoi il porte.")
  package static let restsOnNothing = Phrase(
    "It has no effect: {0}, on which it rests, no longer stands.",
    "Il est sans effet : {0}, sur quoi il repose, ne tient plus.")
  package static let renewGround = Phrase(
    "Have it issued again on a ground that stands.",
    "Faites-le émettre de nouveau, sur un fondement qui tient.")
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
