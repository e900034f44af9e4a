/// What importers and exporters say of documents of other standards.
extension Phrase {
  package static let documentHeader = Phrase(
    "Written by `ecluse import` from a document of another standard. Complete what it has no words for.",
    "Écrit par `ecluse import` d’après un document d’un autre standard. Complétez ce pour quoi il n’a pas de mots."
  )
  package static let notCycloneDX = Phrase(
    "This is no CycloneDX document in JSON.", "Ce n’est pas un document CycloneDX en JSON.")
  package static let notSPDX = Phrase(
    "This is no SPDX 3 document in JSON-LD.", "Ce n’est pas un document SPDX 3 en JSON-LD.")
  package static let notOpenLineage = Phrase(
    "These are no OpenLineage events.", "Ce ne sont pas des événements OpenLineage.")
  package static let nameDocument = Phrase(
    "Name a document of that format.", "Nommez un document de ce format.")
  package static let documentNoRecord = Phrase(
    "{0} should be a record of ours, and is none.", "{0} devrait être un de nos énoncés, et n’en est pas un.")
  package static let documentOtherThings = Phrase(
    "Things that are neither models nor data, left out: {0}.",
    "Choses qui ne sont ni modèles ni données, omises : {0}.")
  package static let documentNoCompute = Phrase(
    "Nothing says how much {0} computed.", "Rien ne dit combien {0} a calculé.")
  package static let documentNoOrigin = Phrase(
    "Nothing says what {0} came from, nor how it was made.",
    "Rien ne dit d’où vient {0}, ni comment il fut fait.")
  package static let documentKind = Phrase(
    "The document does not say what kind of computation {0} was: taken for {1}.",
    "Le document ne dit pas de quelle sorte de calcul il s’agit pour {0} : pris pour {1}.")
  package static let documentOtherParent = Phrase(
    "The document says that {0} came from {1}, its record does not: the record was taken.",
    "Le document dit que {0} vient de {1}, son énoncé non : l’énoncé fut pris.")
  package static let documentDiffers = Phrase(
    "Of {0} the document says {1}: {2}, and the record that it carries {3}: the record was taken.",
    "De {0} le document dit {1} : {2}, et l’énoncé qu’il porte {3} : l’énoncé fut pris.")
  package static let documentFailedRun = Phrase(
    "The run {0} ended without success: what it computed counts all the same.",
    "L’entraînement {0} s’est terminé sans succès : ce qu’il a calculé compte tout de même.")
  package static let documentOfAnother = Phrase(
    "The records in this document are those of {0}, and cannot become another’s.",
    "Les énoncés de ce document sont ceux de {0}, et ne peuvent devenir ceux d’un autre.")
  package static let leaveNamespace = Phrase("Leave out --namespace.", "Omettez --namespace.")
  package static let helpExport = Phrase(
    "Write a dossier as a document of another standard.",
    "Écrit un dossier comme document d’un autre standard.")
  package static let helpExportMore = Phrase(
    "What the standard has no words for travels under names that begin with ecluse: bounds of compute, roles, and each record whole, so that import gives the same dossier back.",
    "Ce pour quoi le standard n’a pas de mots voyage sous des noms qui commencent par ecluse : bornes du calcul, rôles, et chaque énoncé entier, si bien que l’import rend le même dossier."
  )
  package static let helpExportFormat = Phrase(
    "cyclonedx: CycloneDX 1.7; spdx: SPDX 3.0.1; openlineage: events, one on each line; prov-json: W3C PROV.",
    "cyclonedx : CycloneDX 1.7 ; spdx : SPDX 3.0.1 ; openlineage : événements, un par ligne ; prov-json : W3C PROV."
  )
  package static let helpExportNamespace = Phrase(
    "Whose records, where the dossier has those of several. Default: those of its first file.",
    "De qui sont les énoncés, si le dossier en a de plusieurs. Par défaut, ceux de son premier fichier.")
  package static let helpExportConvention = Phrase(
    "Under which convention totals are stated; may be repeated. Default: those of every regime that is judged.",
    "Selon quelle convention les totaux sont énoncés ; peut être répétée. Par défaut, celles de chaque régime jugé."
  )
  package static let helpWithoutRecords = Phrase(
    "Leave the records out: figures and the standard’s own words alone.",
    "Omet les énoncés : seuls les chiffres et les mots du standard.")
  package static let exportOfOne = Phrase(
    "A document is of one party; the dossier has records of {0}.",
    "Un document est d’une seule partie ; le dossier a des énoncés de {0}.")
  package static let exportDiscloses = Phrase(
    "The document holds whole records that not everybody may read: {0}.",
    "Le document contient en entier des énoncés que tous ne peuvent lire : {0}.")
  package static let leaveRecordsOut = Phrase(
    "Pass it on to those alone who may read them, or export with --without-records.",
    "Ne le transmettez qu’à ceux qui peuvent les lire, ou exportez avec --without-records.")
}
