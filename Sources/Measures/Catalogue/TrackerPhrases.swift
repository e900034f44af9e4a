/// What the importer says of runs that were tracked.
extension Phrase {
  package static let trackerHeader = Phrase(
    "Written by `ecluse import mlflow`. Complete it: who did it, what it came from, where it is available.",
    "Écrit par `ecluse import mlflow`. Complétez-le : qui l’a fait, d’où il vient, où il est disponible.")
  package static let notMLflow = Phrase(
    "This is no store of MLflow.", "Ce n’est pas un magasin de MLflow.")
  package static let nameTracker = Phrase(
    "Name its folder mlruns, or its SQLite database.", "Nommez son répertoire mlruns, ou sa base SQLite.")
  package static let trackerDatabase = Phrase(
    "The database cannot be read: {0}.", "La base de données ne peut être lue : {0}.")
  package static let trackerDeleted = Phrase(
    "Runs that were deleted there, left out: {0}.", "Entraînements qui y furent supprimés, omis : {0}.")
  package static let trackerHalf = Phrase(
    "This run is half-written: it has no meta.yaml, and was left out.",
    "Cet entraînement est à moitié écrit : il n’a pas de meta.yaml, et fut omis.")
  package static let trackerGroup = Phrase(
    "{0} only groups the {1} runs inside it: they were taken, it was not.",
    "{0} ne fait que grouper les {1} entraînements à l’intérieur : eux furent pris, lui non.")
  package static let trackerParts = Phrase(
    "What ran inside {0} ({1}) states compute too: it is part of that of the whole, and was not counted again.",
    "Ce qui s’exécuta à l’intérieur de {0} ({1}) énonce aussi un calcul : il fait partie de celui du tout, et ne fut pas compté à nouveau."
  )
  package static let trackerNoNumber = Phrase(
    "{0} gives {1}, which is no number above zero.",
    "{0} donne {1}, qui n’est pas un nombre supérieur à zéro.")
  package static let trackerSeveral = Phrase(
    "{0} gives several values for one thing: {1}. None was taken.",
    "{0} donne plusieurs valeurs pour une chose : {1}. Aucune ne fut prise.")
  package static let trackerNoBase = Phrase(
    "Nothing names a base of {0}: whether there is one is not known.",
    "Rien ne nomme une base de {0} : on ignore s’il y en a une.")
}
