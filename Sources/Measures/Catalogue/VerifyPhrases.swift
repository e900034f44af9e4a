/// What `verify-determination` says.
extension Phrase {
  package static let helpVerify = Phrase(
    "Make the answers of a file again, and say whether they are the same bytes. Exit 0: the same, 1: different.",
    "Refait les réponses d’un fichier, et dit si ce sont les mêmes octets. Sort avec 0 : les mêmes, 1 : différentes."
  )
  package static let helpAnswerFile = Phrase(
    "What assess, gate or account wrote with --format json.",
    "Ce que assess, gate ou account a écrit avec --format json.")
  package static let helpVerifyDossier = Phrase(
    "The folder of the facts. Default: the public record.",
    "Le répertoire des faits. Par défaut, le registre public.")
  package static let anAnswer = Phrase("An answer", "Une réponse")
  package static let aTruth = Phrase("true or false", "true ou false")
  package static let anInstant = Phrase(
    "an instant such as 2026-11-21T23:59:59.999Z", "un instant comme 2026-11-21T23:59:59.999Z")
  package static let answerAgain = Phrase(
    "Take the file as `assess`, `gate` or `account` wrote it with `--format json`.",
    "Prenez le fichier tel que `assess`, `gate` ou `account` l’a écrit avec `--format json`.")
  package static let noAnswer = Phrase(
    "The file holds no determination, no gate and no account.",
    "Le fichier ne contient ni détermination, ni porte, ni compte.")
  package static let newerAnswer = Phrase(
    "The file has the shapes of version {0}; this program knows version 1.",
    "Le fichier a les formes de la version {0} ; ce programme connaît la version 1.")
  package static let unknownMember = Phrase(
    "“{0}” is not known here: the file was written by a later version of Écluse, or changed.",
    "« {0} » n’est pas connu ici : le fichier vient d’une version plus récente d’Écluse, ou fut modifié.")
  package static let takeNewer = Phrase(
    "Verify it with the version of the program that wrote it.",
    "Vérifiez-le avec la version du programme qui l’a écrit.")
  package static let answersSame = Phrase(
    "Answers made again: {0}, all the same bytes.", "Réponses refaites : {0}, toutes aux mêmes octets.")
  package static let answersDiffer = Phrase(
    "Answers made again: {0}. Different: {1}.", "Réponses refaites : {0}. Différentes : {1}.")
  package static let packMissing = Phrase("the regime {0} is not loaded", "le régime {0} n’est pas chargé")
  package static let packUnnamed = Phrase(
    "the regime {0} is loaded and was not", "le régime {0} est chargé et ne l’était pas")
  package static let packOther = Phrase(
    "the text of the regime {0} is another", "le texte du régime {0} est un autre")
  package static let factMissing = Phrase(
    "the record {0} is not there, or does not count at that date",
    "l’énoncé {0} n’est pas là, ou ne compte pas à cette date")
  package static let factUnnamed = Phrase(
    "the record {0} counts, and the file does not name it",
    "l’énoncé {0} compte, et le fichier ne le nomme pas")
  package static let factUnused = Phrase(
    "the record {0} was not used", "l’énoncé {0} n’a pas servi")
  package static let factOther = Phrase("the record {0} says something else", "l’énoncé {0} dit autre chose")
  package static let bodyOther = Phrase(
    "the same facts give something else", "les mêmes faits donnent autre chose")
  package static let atPath = Phrase("at {0}", "à {0}")
  package static let inTheFile = Phrase("in the file: {0}", "dans le fichier : {0}")
  package static let madeAgain = Phrase("made again: {0}", "refait : {0}")
  package static let nothingThere = Phrase("nothing", "rien")
}
