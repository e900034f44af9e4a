/// What the command line says of itself: help, and mistakes in how it was called.
extension Phrase {
  package static let helpProgram = Phrase(
    "Accounts for the compute behind AI models, and says what binds them and why.",
    "Compte le calcul derrière les modèles d’IA, et dit ce qui les lie et pourquoi.")
  package static let helpAssess = Phrase(
    "Say which tiers, classes, gates and duties follow from the facts under each regime, and why.",
    "Dit quels rangs, classes, portes et obligations découlent des faits selon chaque régime, et pourquoi.")
  package static let helpAccount = Phrase(
    "Show the compute behind models, and for one of them every activity that counts or does not, and why.",
    "Montre le calcul derrière les modèles, et pour un seul d’entre eux chaque activité qui compte ou non, et pourquoi."
  )
  package static let helpGate = Phrase(
    "Ask one gate. Exit 0: open, 10: closed, 11: undetermined.",
    "Interroge une porte. Sort avec 0 : ouverte, 10 : fermée, 11 : indéterminée.")
  package static let helpGateMore = Phrase(
    "Only regimes that bind the subject count. Without --where the answer is for every country.",
    "Seuls comptent les régimes qui lient le sujet. Sans --where, la réponse vaut pour tous les pays.")
  package static let helpRegimes = Phrase(
    "List the regimes, or show one with its articles, numbers and sources.",
    "Liste les régimes, ou en montre un avec ses articles, ses nombres et ses sources.")
  package static let helpRegimesList = Phrase(
    "List the regimes that ship with the program.",
    "Liste les régimes livrés avec le programme.")
  package static let helpRegimesShow = Phrase(
    "Show one regime.",
    "Montre un régime.")
  package static let helpKinds = Phrase(
    "List the kinds of records, or show one with its fields.",
    "Liste les genres d’énoncés, ou en montre un avec ses champs.")
  package static let helpCheck = Phrase(
    "Read a dossier and say everything that is wrong with it.",
    "Lit un dossier et dit tout ce qui ne va pas.")
  package static let helpOperand = Phrase(
    "A dossier folder if one of that name exists, then names.",
    "Un répertoire de dossier s’il en existe un de ce nom, puis des noms.")
  package static let helpAll = Phrase(
    "Show every model in the table.",
    "Montre tous les modèles dans le tableau.")
  package static let helpOutput = Phrase(
    "The file to write, whole or not at all. Default: standard output.",
    "Le fichier à écrire, en entier ou pas du tout. Par défaut, la sortie standard.")
  package static let helpSchema = Phrase(
    "Print a JSON Schema of dossiers, by which editors complete and check.",
    "Affiche un schéma JSON des dossiers, par lequel les éditeurs complètent et vérifient.")
  package static let schemaOfAll = Phrase(
    "--schema is of all kinds: leave out the kind.", "--schema est de tous les genres : omettez le genre.")
  package static let schemaOf = Phrase("A file of an Écluse dossier", "Un fichier de dossier Écluse")
  package static let schemaDossier = Phrase(
    "Whose file it is: a namespace.", "À qui est le fichier : un espace de noms.")
  package static let schemaTitle = Phrase("What the dossier is called.", "Comment le dossier s’appelle.")
  package static let helpHTML = Phrase(
    "Write the page to this file: the same as --format html --output.",
    "Écrit la page dans ce fichier : comme --format html --output.")
  package static let htmlAlone = Phrase(
    "--html names the file and the format: leave out --output and --format.",
    "--html donne le fichier et le format : omettez --output et --format.")
  package static let helpPageFormat = Phrase(
    "text for people, json for programs, html for a page in one file.",
    "text pour les personnes, json pour les programmes, html pour une page en un fichier.")
  package static let helpFormat = Phrase(
    "text for people, json for programs.",
    "text pour les personnes, json pour les programmes.")
  package static let helpLang = Phrase(
    "Language of the answer, of help and of errors. Default: that of the locale, else English.",
    "Langue de la réponse, de l’aide et des erreurs. Par défaut, celle de l’environnement, sinon l’anglais.")
  package static let helpColor = Phrase(
    "When to use colour.",
    "Quand employer la couleur.")
  package static let helpAsOf = Phrase(
    "What was true when: a date or an instant. Default: today.",
    "Ce qui était vrai quand : un jour ou un instant. Par défaut, aujourd’hui.")
  package static let helpKnownAt = Phrase(
    "What was known when. Default: everything here.",
    "Ce qui était connu quand. Par défaut, tout ce qui est ici.")
  package static let helpOnlyRegimes = Phrase(
    "Only these regimes, separated by commas. Default: every one that is loaded.",
    "Seulement ces régimes, séparés par des virgules. Par défaut, tous ceux qui sont chargés.")
  package static let helpPacks = Phrase(
    "A folder of more regime packs, one YAML file each, beside those that ship.",
    "Un répertoire d’autres paquets de régimes, un fichier YAML chacun, en plus de ceux qui sont livrés.")
  package static let helpConvention = Phrase(
    "The counting convention, such as eu-cumulative.",
    "La convention de compte, par exemple eu-cumulative.")
  package static let givenTwice = Phrase(
    "{0} is given twice. Give it once.", "{0} est donné deux fois. Donnez-le une fois.")
  package static let noSuchCommand = Phrase(
    "No command is named “{0}”.", "Aucune commande ne se nomme « {0} ».")
  package static let helpSubject = Phrase(
    "A model, run, cluster, agent or document.",
    "Un modèle, un entraînement, une grappe, un agent ou un document.")
  package static let helpAction = Phrase(
    "What is to be done.",
    "Ce qu’il s’agit de faire.")
  package static let helpWhere = Phrase(
    "A country, a part of one, or a union. Default: everywhere.",
    "Un pays, une partie de pays, ou une union. Par défaut, partout.")
  package static let helpDossier = Phrase(
    "The dossier that states the facts. Default: the public record.",
    "Le dossier qui énonce les faits. Par défaut, le registre public.")
  package static let helpRegimeName = Phrase(
    "The id of the regime.",
    "L’identifiant du régime.")
  package static let helpRegimesDiff = Phrase(
    "What two texts say differently, in words: numbers, conditions, gates, duties.",
    "Ce que deux textes disent différemment, en mots\u{00A0}: chiffres, conditions, portes, obligations.")
  package static let helpRegimeBefore = Phrase(
    "The id of the regime before, or the file of a pack.",
    "L’identifiant du régime d’avant, ou le fichier d’un paquet.")
  package static let helpRegimeAfter = Phrase(
    "The id of the regime after, or the file of a pack.",
    "L’identifiant du régime d’après, ou le fichier d’un paquet.")
  package static let helpRegimesImpact = Phrase(
    "What changes where one text takes the place of another: gates, classes and duties, by party and country.",
    "Ce qui change quand un texte prend la place d’un autre : portes, classes et obligations, par partie et par pays."
  )
  package static let helpKind = Phrase(
    "A kind.",
    "Un genre.")
  package static let helpFolder = Phrase(
    "A folder of YAML or JSON files.",
    "Un répertoire de fichiers YAML ou JSON.")
  package static let valueOperand = Phrase(
    "operand",
    "opérande")
  package static let valueFile = Phrase(
    "file",
    "fichier")
  package static let valueFormat = Phrase(
    "format",
    "format")
  package static let valueLang = Phrase(
    "lang",
    "langue")
  package static let valueColor = Phrase(
    "when",
    "quand")
  package static let valueDate = Phrase(
    "date",
    "date")
  package static let valueRegimes = Phrase(
    "regimes",
    "régimes")
  package static let valueFolder = Phrase(
    "folder",
    "répertoire")
  package static let valueConvention = Phrase(
    "convention",
    "convention")
  package static let valueSubject = Phrase(
    "subject",
    "sujet")
  package static let valueAction = Phrase(
    "action",
    "action")
  package static let valuePlace = Phrase(
    "place",
    "lieu")
  package static let valueRegime = Phrase(
    "regime",
    "régime")
  package static let valueKind = Phrase(
    "kind",
    "genre")
}

/// The fixed words of help and of mistakes, as the parser of arguments writes them in English: `{0}`, `{1}` are what
/// it fills in.
package enum ParserWords {
  /// Each with its French.
  package static let all: [Phrase] = [
    Phrase("OVERVIEW: ", "PRÉSENTATION : "),
    Phrase("USAGE: ", "EMPLOI : "),
    Phrase("ARGUMENTS:", "ARGUMENTS :"),
    Phrase("OPTIONS:", "OPTIONS :"),
    Phrase("SUBCOMMANDS:", "COMMANDES :"),
    Phrase("<subcommand>", "<commande>"),
    Phrase("<options>", "<options>"),
    Phrase("Show help information.", "Montre cette aide."),
    Phrase("Show the version.", "Montre la version."),
    Phrase("Show subcommand help information.", "Montre l’aide d’une commande."),
    Phrase("See '{0}' for detailed help.", "Voir « {0} » pour l’aide détaillée."),
    Phrase("See '{0}' for more information.", "Voir « {0} » pour en savoir plus."),
    Phrase(" (default)   ", " (par défaut)"),
    Phrase("(default: {0})", "(par défaut : {0})"),
    Phrase("(values: {0}; default: {1})", "(valeurs : {0} ; par défaut : {1})"),
    Phrase("(values: {0})", "(valeurs : {0})"),
    Phrase("Error: ", "Erreur : "),
    Phrase("Help:  ", "Aide :  "),
    Phrase("Usage: ", "Emploi : "),
    Phrase(
      "Unknown option '{0}'. Did you mean '{1}'?", "Option inconnue : « {0} ». Vouliez-vous dire « {1} » ?"),
    Phrase("Unknown option '{0}'", "Option inconnue : « {0} »"),
    Phrase("Missing value for '{0}'", "Valeur manquante pour « {0} »"),
    Phrase("Missing expected argument '{0}'", "Argument manquant : « {0} »"),
    Phrase("Unexpected argument '{0}'", "Argument inattendu : « {0} »"),
    Phrase("{0} unexpected arguments: {1}", "{0} arguments inattendus : {1}"),
    Phrase(
      "The option '{0}' does not take any value, but '{1}' was specified.",
      "L’option « {0} » ne prend pas de valeur ; « {1} » fut donné."),
    Phrase("The value '{0}' is invalid for '{1}': ", "La valeur « {0} » ne convient pas à « {1} » : "),
    Phrase("The value '{0}' is invalid for '{1}'", "La valeur « {0} » ne convient pas à « {1} »"),
    Phrase("Please provide one of the following:", "Donnez l’une de celles-ci :"),
    Phrase("Please provide one of {0}.", "Donnez l’une de celles-ci : {0}."),
    Phrase("' and '", "' et '"),
    Phrase("' or '", "' ou '"),
  ]
}
