/// What importers say of tables.
extension Phrase {
  package static let epochHeader = Phrase(
    "Written by `ecluse import epoch`; edit it as you like.\nFigures: Epoch AI, CC BY 4.0 (name Epoch AI where you publish them). Estimates by third parties.",
    "Écrit par `ecluse import epoch` ; modifiez-le à votre gré.\nChiffres : Epoch AI, CC BY 4.0 (nommez Epoch AI où vous les publiez). Estimations de tiers."
  )
  package static let tableRowWidth = Phrase(
    "Row {0} has {1} fields and the header {2}: its values stand in the wrong columns.",
    "La ligne {0} a {1} champs et l’en-tête {2} : ses valeurs sont dans les mauvaises colonnes.")
  package static let tableMendRow = Phrase(
    "Mend that row, or take the table from its source again.",
    "Réparez cette ligne, ou reprenez le tableau à sa source.")
  package static let tableNotOfColumn = Phrase(
    "Row {0}: `{1}` holds “{2}”, which cannot stand there; its values may be in the wrong columns.",
    "Ligne {0} : `{1}` contient « {2} », qui ne peut y figurer ; ses valeurs sont peut-être dans les mauvaises colonnes."
  )
  package static let tableTooLong = Phrase(
    "The table has more than {0} rows.", "Le tableau a plus de {0} lignes.")
  package static let tableTooWide = Phrase(
    "Row {0} has more than {1} fields, or one of more than {2} bytes.",
    "La ligne {0} a plus de {1} champs, ou un champ de plus de {2} octets.")
  package static let tableSplit = Phrase(
    "Split it, with the header before each part.", "Scindez-le, l’en-tête devant chaque partie.")
  package static let tableLoneReturn = Phrase(
    "Row {0}: a carriage return that no line feed follows.",
    "Ligne {0} : un retour chariot que ne suit aucun saut de ligne.")
  package static let tableAfterQuote = Phrase(
    "Row {0}: something follows the quote that ends a field.",
    "Ligne {0} : quelque chose suit le guillemet qui clôt un champ.")
  package static let tableStrayQuote = Phrase(
    "Row {0}: a quote inside a field that does not begin with one.",
    "Ligne {0} : un guillemet dans un champ qui ne commence pas par un guillemet.")
  package static let tableOpenQuote = Phrase(
    "Row {0}: a quoted field that does not end.", "Ligne {0} : un champ entre guillemets qui ne finit pas.")
  package static let tableQuoteRight = Phrase(
    "Put the field between quotes, and double those within (RFC 4180).",
    "Mettez le champ entre guillemets, et doublez ceux qu’il contient (RFC 4180).")
  package static let tableColumnTwice = Phrase(
    "The column {0} stands twice in the header.", "La colonne {0} figure deux fois dans l’en-tête.")
  package static let tableOneColumn = Phrase("Remove one of them.", "Retirez l’une des deux.")
  package static let emptyTable = Phrase("The table is empty.", "Le tableau est vide.")
  package static let notEpochTable = Phrase(
    "This is no table of AI models by Epoch AI: it has no column {0}.",
    "Ce n’est pas un tableau de modèles d’IA d’Epoch AI : il n’a pas de colonne {0}.")
  package static let nameEpochTable = Phrase(
    "Name the CSV of all models or of frontier models.",
    "Nommez le CSV de tous les modèles ou des modèles de pointe.")
  package static let epochNoName = Phrase(
    "Row {0} names no model: nothing was taken from it.",
    "La ligne {0} ne nomme aucun modèle : rien n’en fut pris.")
  package static let epochNameIt = Phrase(
    "Name the model, and import again.", "Nommez le modèle, et réimportez.")
  package static let epochSameName = Phrase(
    "Rows {2} and {1} are both named “{0}”; nothing was merged, and row {1} became `{3}`.",
    "Les lignes {2} et {1} portent le même nom « {0} » ; rien ne fut fusionné, et la ligne {1} devint `{3}`.")
  package static let epochLooksSame = Phrase(
    "“{0}” of row {1} looks like the name of another model; it became `{3}`.",
    "« {0} » de la ligne {1} ressemble au nom d’un autre modèle ; ce devint `{3}`.")
  package static let joinOrRename = Phrase(
    "Join them with `same-as` if they are one model; else rename one.",
    "Joignez-les par `same-as` s’ils n’en font qu’un ; sinon renommez l’un.")
  package static let checkSource = Phrase(
    "Look at the source, and correct the record.", "Consultez la source, et corrigez l’énoncé.")
  package static let checkHardware = Phrase(
    "Look at the precision, and whether time or quantity were filled in later.",
    "Vérifiez la précision, et si durée ou quantité furent complétées après coup.")
  package static let epochOwnBase = Phrase(
    "Row {0}: “{1}” is named as its own base, which was left out.",
    "Ligne {0} : « {1} » est nommé comme sa propre base, ce qui fut omis.")
  package static let epochBaseLater = Phrase(
    "Row {0} is dated before its base “{1}”.", "La ligne {0} est datée d’avant sa base « {1} ».")
  package static let epochTotalDiffers = Phrase(
    "Row {0}: the recorded total is {1}, bases and fine-tuning together are {2}. Only the fine-tuning counts as its own.",
    "Ligne {0} : le total inscrit est {1}, bases et affinage ensemble font {2}. Seul l’affinage compte comme propre."
  )
  package static let epochPostTraining = Phrase(
    "Row {0} states post-training compute, and not whether its total contains it: it was not counted apart.",
    "La ligne {0} donne un calcul de post-entraînement, sans dire si son total le contient : il ne fut pas compté à part."
  )
  package static let epochUtilisation = Phrase(
    "Row {0}: a utilisation of {1} is impossible, more than 1; the hardware was not taken.",
    "Ligne {0} : une utilisation de {1} est impossible, plus de 1 ; le matériel ne fut pas pris.")
  package static let epochImplied = Phrase(
    "Row {0}: {1} would have run at {2} times its fastest peak, which is impossible; the hardware was not taken.",
    "Ligne {0} : {1} aurait tourné à {2} fois sa plus haute pointe, ce qui est impossible ; le matériel ne fut pas pris."
  )
  package static let epochHardware = Phrase(
    "Hardware as stated, not counted: {0}.", "Matériel tel qu’indiqué, non compté : {0}.")
  package static let epochWrong = Phrase(
    "Row {0} calls its own figure wrong: it was not taken.",
    "La ligne {0} dit son propre chiffre faux : il ne fut pas pris.")
  package static let epochJustAbove = Phrase(
    "Row {0}: {1} is of the style that says “just above”; it was taken as at least, without best value or upper bound.",
    "Ligne {0} : {1} est du style qui dit « juste au-dessus » ; il fut pris pour un minimum, sans meilleure valeur ni borne haute."
  )
  package static let epochBoundsApart = Phrase(
    "Row {0}: the stated bounds are not around the figure; they were not taken.",
    "Ligne {0} : les bornes indiquées n’encadrent pas le chiffre ; elles ne furent pas prises.")
  package static let epochUnknownBase = Phrase(
    "“{0}” is named as a base by row {1}, and no row describes it: its compute is unknown.",
    "« {0} » est nommé comme base par la ligne {1}, et aucune ligne ne le décrit : son calcul est inconnu.")
  package static let addOrRename = Phrase(
    "Add its facts to `{0}`, or put the name of the record that is meant.",
    "Ajoutez ses faits à `{0}`, ou mettez le nom de l’énoncé visé.")
}

/// Help of import and export.
extension Phrase {
  package static let helpImport = Phrase(
    "Make a dossier of what others wrote; report conflicts, merge nothing.",
    "Fait un dossier de ce que d’autres ont écrit ; signale les conflits, ne fusionne rien.")
  package static let helpImportMore = Phrase(
    "Conflicts, and what was left out, stand on standard error and above the records in the file.",
    "Les conflits, et ce qui fut omis, vont sur l’erreur standard et au-dessus des énoncés du fichier.")
  package static let helpImportFormat = Phrase(
    "epoch: a table of AI models by Epoch AI; hf-checkpoint: a folder that transformers wrote; mlflow: a folder or a database of runs that it tracked; cyclonedx, spdx, openlineage: documents of those standards.",
    "epoch : un tableau de modèles d’IA d’Epoch AI ; hf-checkpoint : un répertoire qu’a écrit transformers ; mlflow : un répertoire ou une base d’exécutions qu’il a suivies ; cyclonedx, spdx, openlineage : des documents de ces standards."
  )
  package static let valueImportFormat = Phrase("format", "format")
  package static let helpImportPath = Phrase(
    "The file or folder to read.", "Le fichier ou répertoire à lire.")
  package static let valuePath = Phrase("path", "chemin")
  package static let helpNamespace = Phrase(
    "Whose records they become. Default: epoch for that table, for a document what it says, else imported.",
    "À qui deviennent les énoncés. Par défaut, epoch pour ce tableau, pour un document ce qu’il dit, sinon imported."
  )
  package static let valueNamespace = Phrase("namespace", "espace")
  package static let importTooLarge = Phrase(
    "The dossier would have {0} bytes; one file holds at most {1}.",
    "Le dossier aurait {0} octets ; un fichier en contient au plus {1}.")
}
