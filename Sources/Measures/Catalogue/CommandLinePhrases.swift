/// What is wrong with what stands on the command line.
extension Phrase {
  package static let neitherFolderNorName = Phrase(
    "No folder is named “{0}”, and nothing in the public record is.",
    "Aucun répertoire ne se nomme « {0} », ni rien dans le registre public.")
  package static let nothingNamed = Phrase(
    "Nothing here is named “{0}”.",
    "Rien ici ne se nomme « {0} ».")
  package static let nameFolderOrThing = Phrase(
    "Name a folder that exists, or something that is recorded.",
    "Nommez un répertoire qui existe, ou une chose consignée.")
  package static let fileNotFolder = Phrase(
    "{0} is a file; a dossier is a folder.",
    "{0} est un fichier ; un dossier est un répertoire.")
  package static let nameFolder = Phrase(
    "Name the folder that holds it: {0}",
    "Nommez le répertoire qui le contient : {0}")
  package static let linkLeaves = Phrase(
    "It is a link that leaves the folder.",
    "C’est un lien qui sort du répertoire.")
  package static let copyFile = Phrase(
    "Put the file itself there.",
    "Placez-y le fichier lui-même.")
  package static let leftOutCloses = Phrase(
    "It is not open: a regime that binds was left out, {0}.",
    "Elle n’est pas ouverte : un régime qui lie fut laissé de côté, {0}.")
  package static let onlyRegimes = Phrase(
    "Judged under {0} only. Left out: {1}.",
    "Jugé selon {0} seulement. Laissés de côté : {1}.")
  package static let adoptedByNobody = Phrase(
    "Adopted by nobody here, and judged only where --regimes names it: {0}.",
    "Que personne n’adopte ici, et jugé seulement si --regimes le nomme\u{00A0}: {0}.")
  package static let knownBy = Phrase(
    "known by {0}",
    "connu au {0}")
  package static let uncertain = Phrase(
    "{0}?",
    "{0} ?")
  package static let progress = Phrase(
    "{0} of {1}",
    "{0} sur {1}")
  package static let reasonNoSuchFile = Phrase("no such file or folder", "fichier ou répertoire inexistant")
  package static let reasonForbidden = Phrase(
    "its permissions forbid it",
    "ses droits l’interdisent")
  package static let reasonNotAFolder = Phrase(
    "part of the path is not a folder",
    "une partie du chemin n’est pas un répertoire")
  package static let reasonIsAFolder = Phrase(
    "it is a folder",
    "c’est un répertoire")
  package static let reasonNoSpace = Phrase(
    "no space is left",
    "il ne reste plus de place")
  package static let reasonReadOnly = Phrase(
    "the place is read-only",
    "le lieu est en lecture seule")
  package static let reasonLinks = Phrase(
    "its links go round in a circle",
    "ses liens tournent en rond")
  package static let reasonNotRegular = Phrase(
    "it is not a regular file",
    "ce n’est pas un fichier ordinaire")
  package static let reasonBadName = Phrase("its name is not UTF-8", "son nom n’est pas en UTF-8")
  package static let noMergeKeys = Phrase(
    "Merge keys are not read: write the fields out.",
    "Les clés de fusion ne sont pas lues : écrivez les champs en entier.")
  package static let reasonNotShipped = Phrase(
    "it is not shipped in this program",
    "il n’est pas livré avec ce programme")
  package static let reasonSystem = Phrase(
    "the system says “{0}”",
    "le système dit « {0} »")
  package static let standardOutput = Phrase("Standard output", "La sortie standard")
}
