/// What is wrong with an input, and what to do: `{0}` is what was found.
extension Phrase {
  package static let jsonSyntax = Phrase("The JSON cannot be read: {0}.", "Le JSON ne peut être lu : {0}.")
  package static let yamlSyntax = Phrase("The YAML cannot be read: {0}.", "Le YAML ne peut être lu : {0}.")
  package static let duplicateKey = Phrase("duplicate key {0}", "clé en double : {0}")
  package static let fixSyntax = Phrase("Correct the syntax here.", "Corrigez la syntaxe ici.")
  package static let unknownField = Phrase(
    "“{0}” is not a field of {1}.", "« {0} » n’est pas un champ de {1}.")
  package static let unknownFieldOfKind = Phrase(
    "“{0}” is not a field of {1}.", "« {0} » n’est pas un champ du genre {1}.")
  package static let didYouMean = Phrase("Did you mean {0}?", "Vouliez-vous dire {0} ?")
  package static let removeIt = Phrase("Remove it.", "Retirez-le.")
  package static let removeOrTake = Phrase(
    "Remove it, or take one of the fields in `ecluse kinds {0}`.",
    "Retirez-le, ou prenez l’un des champs que donne `ecluse kinds {0}`.")
  package static let removeOrTakeOne = Phrase(
    "Remove it, or take one of {0}.", "Retirez-le, ou prenez l’un de {0}.")
  package static let missingField = Phrase("{0} needs the field “{1}”.", "{0} exige le champ « {1} ».")
  package static let addField = Phrase("Add it: {0}", "Ajoutez-le : {0}")
  package static let unknownKind = Phrase(
    "A record begins with its kind; “{0}” is not one.",
    "Un énoncé commence par son genre ; « {0} » n’en est pas un.")
  package static let seeKinds = Phrase("See `ecluse kinds`.", "Voir `ecluse kinds`.")
  package static let wrongType = Phrase("{0} is expected here, not {1}.", "On attend ici {0}, non {1}.")
  package static let aText = Phrase("a text", "un texte")
  package static let aList = Phrase("a list", "une liste")
  package static let emptyList = Phrase("The list is empty.", "La liste est vide.")
  package static let fillList = Phrase("Name at least one.", "Nommez-en au moins un.")
  package static let aGroup = Phrase("a group of fields", "un groupe de champs")
  package static let aWord = Phrase("a word in kebab-case", "un mot en kebab-case")
  package static let aWholeNumber = Phrase(
    "a whole number of at most 18 digits", "un nombre entier d’au plus 18 chiffres")
  package static let revisionFromOne = Phrase(
    "Revisions count from 1.", "Les révisions se comptent à partir de 1.")
  package static let yesOrNo = Phrase("yes or no", "yes ou no")
  package static let rewriteIt = Phrase("Rewrite it.", "Récrivez-le.")
  package static let badNumber = Phrase(
    "“{0}” is not a number in the accepted form, such as 405e9 or 0.41.",
    "« {0} » n’est pas un nombre de la forme admise, comme 405e9 ou 0.41.")
  package static let negative = Phrase("“{0}” is negative.", "« {0} » est négatif.")
  package static let zeroOrMore = Phrase(
    "Write a quantity of zero or more.", "Écrivez une quantité nulle ou positive.")
  package static let lostExponent = Phrase(
    "“{0}” looks like a power of ten whose exponent lost its superscript.",
    "« {0} » ressemble à une puissance de dix dont l’exposant a perdu sa mise en forme.")
  package static let writeExponent = Phrase("Write {0}.", "Écrivez {0}.")
  package static let noUnit = Phrase("“{0}” has no unit.", "« {0} » n’a pas d’unité.")
  package static let wrongUnit = Phrase(
    "“{0}” is not in {1}.", "« {0} » n’est pas en {1}.")
  package static let unknownUnit = Phrase(
    "“{0}” has a unit that is not known.", "« {0} » a une unité inconnue.")
  package static let writeUnit = Phrase("Write “{0}”.", "Écrivez « {0} ».")
  package static let amountOrRate = Phrase(
    "Write “{0}” if it is an amount, “{1}” if it is a rate.",
    "Écrivez « {0} » si c’est une quantité, « {1} » si c’est un débit.")
  package static let takeUnit = Phrase(
    "Convert it to one of these units: {0}.",
    "Convertissez-le dans l’une de ces unités : {0}.")
  package static let takeNoUnit = Phrase(
    "Write the number alone.",
    "Écrivez le nombre seul.")
  package static let overflow = Phrase(
    "“{0}” does not fit in 128 bits: it is above 3.40 × 10³⁸, or too fine, half a printed digit more included.",
    "« {0} » ne tient pas en 128 bits : au-dessus de 3,40 × 10³⁸, ou trop fin, un demi-chiffre imprimé de plus compris."
  )
  package static let fractionOfMinorUnit = Phrase(
    "“{0}” is finer than the smallest unit of its currency.",
    "« {0} » est plus fin que la plus petite unité de sa monnaie.")
  package static let wholeMinorUnits = Phrase(
    "Round it to that unit: 12.35 EUR, 1200 JPY.", "Arrondissez-le à cette unité : 12.35 EUR, 1200 JPY.")
  package static let checkExponent = Phrase("Check the exponent.", "Vérifiez l’exposant.")
  package static let tooLong = Phrase(
    "“{0}” is longer than can be counted.",
    "« {0} » est plus long que ce qui se compte.")
  package static let notWhole = Phrase(
    "“{0}” is not a whole number of a unit of time.",
    "« {0} » n’est pas un nombre entier d’une unité de temps.")
  package static let writeWhole = Phrase(
    "Write a whole number, in a smaller unit if need be: 18 months.",
    "Écrivez un nombre entier, au besoin dans une unité plus petite : 18 months.")
  package static let badDate = Phrase("“{0}” is not a date.", "« {0} » n’est pas une date.")
  package static let noSuchDay = Phrase("The day {0} does not exist.", "Le jour {0} n’existe pas.")
  package static let writeDate = Phrase(
    "Write 2026-11-21, or 2026-11-21T17:58:00Z.", "Écrivez 2026-11-21, ou 2026-11-21T17:58:00Z.")
  package static let unknownPlace = Phrase(
    "“{0}” is not a place of the table.", "« {0} » n’est pas un lieu de la table.")
  package static let writePlace = Phrase(
    "Write an ISO 3166-1 code (FR), a part (US-CA), or a union (EU).",
    "Écrivez un code ISO 3166-1 (FR), une partie (US-CA) ou une union (EU).")
  package static let unknownWord = Phrase(
    "“{0}” is not one of the words of this field.",
    "« {0} » n’est pas l’un des mots de ce champ.")
  package static let oneOf = Phrase("Write one of: {0}.", "Écrivez l’un de ceux-ci : {0}.")
  package static let badName = Phrase(
    "“{0}” is not a name: lower-case letters, digits, and - . _ / + after the first.",
    "« {0} » n’est pas un nom : minuscules sans accent, chiffres, et - . _ / + après le premier signe.")
  package static let reservedNamespace = Phrase(
    "The namespace “{0}” belongs to the program.", "L’espace de noms « {0} » appartient au programme.")
  package static let chooseName = Phrase("Choose another name.", "Choisissez un autre nom.")
  package static let missingRecord = Phrase(
    "No {0} is named “{1}”.",
    "Aucun énoncé de genre {0} ne se nomme « {1} ».")
  package static let nearest = Phrase("Nearest: {0}.", "Les plus proches : {0}.")
  package static let recordIt = Phrase(
    "Add the record, or correct the name.", "Ajoutez l’énoncé, ou corrigez le nom.")
  package static let ambiguousName = Phrase(
    "Several records are named “{0}”: {1}.",
    "Plusieurs énoncés se nomment « {0} » : {1}.")
  package static let writeFullName = Phrase("Write {0}.", "Écrivez {0}.")
  package static let duplicateRecord = Phrase(
    "{0}, revision {1}, already stands at {2} with another content.",
    "{0}, révision {1}, figure déjà à {2} avec un autre contenu.")
  package static let newRevision = Phrase(
    "Give it the next revision, or remove one of the two.",
    "Donnez-lui la révision suivante, ou retirez l’un des deux.")
  package static let foreignName = Phrase(
    "{0} lies in the namespace of {1}; this file speaks for {2}.",
    "{0} est dans l’espace de noms de {1} ; ce fichier parle pour {2}.")
  package static let sayAbout = Phrase(
    "Name your own record, and point to the other’s thing with `about` or `same-as`.",
    "Nommez votre propre énoncé, et désignez la chose d’autrui par `about` ou `same-as`.")
  package static let revisionGap = Phrase(
    "{0} has revision {1} but not {2}.", "{0} a la révision {1} mais pas la {2}.")
  package static let addRevision = Phrase("Add the missing revision.", "Ajoutez la révision manquante.")
  package static let noNamespace = Phrase(
    "The file does not say whose records it holds.", "Le fichier ne dit pas de qui sont ses énoncés.")
  package static let beginWithDossier = Phrase(
    "Begin it with `- dossier: NAME`.", "Commencez-le par `- dossier: NOM`.")
  package static let unorderedBounds = Phrase(
    "low, best and high are not in order: {0}.", "low, best et high ne sont pas dans l’ordre : {0}.")
  package static let datesReversed = Phrase("It ends before it begins.", "Il finit avant de commencer.")
  package static let swapDates = Phrase("Correct one of the two dates.", "Corrigez l’une des deux dates.")
  package static let aDigest = Phrase("a digest", "une empreinte")
  package static let writeDigest = Phrase(
    "Write sha256: and 64 hexadecimal digits in small letters.",
    "Écrivez sha256: et 64 chiffres hexadécimaux en minuscules.")
  package static let unusedField = Phrase(
    "The method {0} does not use “{1}”.", "La méthode {0} n’emploie pas « {1} ».")
  package static let usedFields = Phrase(
    "Remove it, or take another method. This one reads {0}.",
    "Retirez-le, ou prenez une autre méthode. Celle-ci lit {0}.")
  package static let removeOne = Phrase("Remove one of the two.", "Retirez l’un des deux.")
  package static let withdrawsItself = Phrase(
    "A withdrawal cannot withdraw itself.", "Un retrait ne peut se retirer lui-même.")
  package static let nameAnother = Phrase(
    "Name the record that no longer stands.", "Nommez l’énoncé qui ne tient plus.")
  package static let notAField = Phrase(
    "“{0}” is not a field of {1} that could be known whole.",
    "« {0} » n’est pas un champ du genre {1} qui puisse être connu en entier.")
  package static let needsTwo = Phrase(
    "Two names are needed here, not {0}.", "Il faut ici deux noms, non {0}.")
  package static let sameTwice = Phrase("It names {0} twice.", "Il nomme {0} deux fois.")
  package static let twoKinds = Phrase(
    "The two are of different kinds: {0}.", "Les deux sont de genres différents : {0}.")
  package static let nameTwo = Phrase(
    "Name two different things of one kind.", "Nommez deux choses différentes d’un même genre.")
  package static let sumOverflows = Phrase(
    "All figures in {0} together exceed 128 bits (3.40 × 10³⁸).",
    "Tous les chiffres en {0} dépassent ensemble 128 bits (3,40 × 10³⁸).")
  package static let checkLargest = Phrase(
    "Check the exponent here, where the largest stands; where nothing is known at most, leave `high` out.",
    "Vérifiez l’exposant ici, où figure le plus grand ; là où aucun maximum n’est connu, omettez `high`.")
  package static let tooManyChips = Phrase(
    "“{0}” computes more than 128 bits can hold (3.40 × 10³⁸).",
    "« {0} » calcule plus que 128 bits ne peuvent contenir (3,40 × 10³⁸).")
  package static let checkCount = Phrase("Check how many there are.", "Vérifiez leur nombre.")
  package static let leaveDevicesOut = Phrase(
    "Correct the name; without `devices` its capacity has no upper bound.",
    "Corrigez le nom ; sans `devices`, sa capacité n’a pas de borne haute.")
  package static let noValue = Phrase(
    "It changes the parameter {0} without saying to what.", "Il change le paramètre {0} sans dire en quoi.")
  package static let noParameter = Phrase(
    "It does not say which parameter it changes.", "Il ne dit pas quel paramètre il change.")
  package static let addValue = Phrase(
    "Add `value`, of the sort of {0}, or `value: lifted`.",
    "Ajoutez `value`, de la sorte de {0}, ou `value: lifted`.")
  package static let addParameter = Phrase(
    "Add `parameter`: one of {0}.", "Ajoutez `parameter` : l’un de {0}.")
  package static let otherSort = Phrase(
    "“{0}” is not of the sort of the parameter {1}, which is {2}.",
    "« {0} » n’est pas de la sorte du paramètre {1}, qui est {2}.")
  package static let likeThat = Phrase("Write a value like {0}.", "Écrivez une valeur comme {0}.")
  package static let belowFloor = Phrase(
    "“{0}” is below {1}, the least to which {2} may be set.",
    "« {0} » est au-dessous de {1}, le moins à quoi {2} peut être fixé.")
  package static let writeAtLeast = Phrase("Write at least {0}.", "Écrivez au moins {0}.")
  package static let liftedOrNot = Phrase(
    "The decision and the value contradict each other on whether the limit is lifted.",
    "La décision et la valeur se contredisent sur la levée de la limite.")
  package static let saidLater = Phrase(
    "It is stated on {0}, which has not come yet.", "Il est énoncé le {0}, qui n’est pas encore venu.")
  package static let checkDate = Phrase(
    "Check the date; what was known on a day is asked with --known-at.",
    "Vérifiez la date ; ce qui était connu un jour se demande par --known-at.")
  package static let andMore = Phrase("And {0} more.", "Et {0} de plus.")
  package static let noEndOfValidity = Phrase(
    "What is said of {0} does not cease to be true.", "Ce qui est dit de {0} ne cesse pas d’être vrai.")
  package static let useTo = Phrase(
    "Write its last day as `to`, or withdraw the record.",
    "Écrivez son dernier jour dans `to`, ou retirez l’énoncé.")
  package static let controlSigns = Phrase(
    "“{0}” contains signs that steer a terminal or turn the direction of text.",
    "« {0} » contient des signes qui commandent un terminal ou inversent le sens du texte.")
  package static let hiddenSigns = Phrase(
    "“{0}” contains signs that do not show.",
    "« {0} » contient des signes qui ne se voient pas.")
  package static let removeSigns = Phrase("Remove those signs.", "Retirez ces signes.")
  package static let oneOfFields = Phrase("Exactly one of {0} is needed.", "Il faut exactement l’un de {0}.")
  package static let needsFields = Phrase("The method {0} needs {1}.", "La méthode {0} exige {1}.")
  package static let completeEstimate = Phrase(
    "Add what is missing, or take another method.", "Ajoutez ce qui manque, ou prenez une autre méthode.")
  package static let badUtilisation = Phrase(
    "A utilisation of {0} is above 1: no hardware computes faster than its peak.",
    "Une utilisation de {0} dépasse 1 : aucun matériel ne calcule plus vite que sa pointe.")
  package static let checkPrecision = Phrase(
    "Check the precision, the peak, or the duration.", "Vérifiez la précision, la pointe ou la durée.")
  package static let unknownChip = Phrase(
    "“{0}” is not in the hardware table.", "« {0} » n’est pas dans la table du matériel.")
  package static let statePeak = Phrase(
    "State its peak: peak: 989.4 TFLOP/s.", "Énoncez sa pointe : peak: 989.4 TFLOP/s.")
  package static let chipOrPeak = Phrase(
    "Did you mean {0}? Else state its peak: peak: 989.4 TFLOP/s.",
    "Vouliez-vous dire {0} ? Sinon, énoncez sa pointe : peak: 989.4 TFLOP/s.")
  package static let noPeak = Phrase(
    "The table gives no {1} peak for {0}.", "La table ne donne pas de pointe {1} pour {0}.")
  package static let cycle = Phrase(
    "These activities enter themselves: {0}.", "Ces activités entrent en elles-mêmes : {0}.")
  package static let newArtifact = Phrase(
    "New weights are a new artifact: name the result of each run separately.",
    "De nouveaux poids sont un nouvel artefact : nommez à part le résultat de chaque entraînement.")
  package static let tooLarge = Phrase(
    "The file has {0} bytes; at most {1} are read.", "Le fichier a {0} octets ; on en lit au plus {1}.")
  package static let nestsTooDeep = Phrase(
    "It nests deeper than {0} levels.", "Il s’imbrique sur plus de {0} niveaux.")
  package static let flatten = Phrase("Nest less deeply here.", "Imbriquez moins ici.")
  package static let splitFile = Phrase("Split it into several files.", "Divisez-le en plusieurs fichiers.")
  package static let expandsTooFar = Phrase(
    "Its aliases expand to more nodes than the file has bytes.",
    "Ses alias se développent en plus de nœuds que le fichier n’a d’octets.")
  package static let writeOut = Phrase("Write the values out.", "Écrivez les valeurs en entier.")
  package static let notUTF8 = Phrase("The file is not UTF-8.", "Le fichier n’est pas en UTF-8.")
  package static let convertFile = Phrase("Convert it to UTF-8.", "Convertissez-le en UTF-8.")
  package static let unreadable = Phrase("It cannot be read: {0}.", "Il ne peut être lu : {0}.")
  package static let checkPermissions = Phrase(
    "Check that it exists, and its permissions.",
    "Vérifiez son existence et ses droits.")
  package static let emptyDossier = Phrase(
    "The folder holds no .yaml, .yml or .json file.",
    "Le répertoire ne contient aucun fichier .yaml, .yml ou .json.")
  package static let addFile = Phrase(
    "Put one there, or name another folder.", "Placez-en un, ou nommez un autre répertoire.")
  package static let severalDocuments = Phrase(
    "The file holds several YAML documents.", "Le fichier contient plusieurs documents YAML.")
  package static let oneDocument = Phrase(
    "Keep one list of records per file.", "Gardez une seule liste d’énoncés par fichier.")
  package static let withdrawnReason = Phrase(
    "A correction says what it `replaces` and `because`.",
    "Une correction dit ce qu’elle remplace (`replaces`) et pourquoi (`because`).")
  package static let replacesLater = Phrase(
    "Revision {0} cannot replace revision {1}: a correction replaces an earlier one.",
    "La révision {0} ne peut remplacer la {1} : une correction en remplace une antérieure.")

  package static let silentRevision = Phrase(
    "Revision {0} neither begins later than revision {1} nor says what it corrects.",
    "La révision {0} ne commence pas après la {1} et ne dit pas ce qu’elle corrige.")
  package static let doneDoesNotChange = Phrase(
    "Revision {0} changes a computation that is done.", "La révision {0} change un calcul achevé.")
  package static let correctDone = Phrase(
    "Correct it with `replaces` and `because`; if it was not over, the correction says `state: running`.",
    "Corrigez-le par `replaces` et `because` ; s’il n’était pas fini, la correction dit `state: running`.")
  package static let changeOrCorrect = Phrase(
    "If the world changed, write `valid.from`; if the past was wrong, `replaces` and `because`.",
    "Si le monde a changé, écrivez `valid.from` ; si le passé était faux, `replaces` et `because`.")
  package static let producesModel = Phrase(
    "An activity of kind “{0}” does not train, and {1} is a model.",
    "Une activité de genre « {0} » n’entraîne pas, et {1} est un modèle.")
  package static let weightsFromNoTraining = Phrase(
    "Weights come from {0}, and an activity of kind “{1}” does not train.",
    "Des poids viennent de {0}, et une activité de genre « {1} » n’entraîne pas.")
  package static let discardedNoTrial = Phrase(
    "{0} is said to be discarded, and an activity of kind “{1}” is no trial.",
    "{0} est dit écarté, et une activité de genre « {1} » n’est pas un essai.")
  package static let nameTrial = Phrase(
    "Record it as a `trial`, or say how it enters.",
    "Consignez-la comme `trial`, ou dites comment elle entre.")
  package static let nameTraining = Phrase(
    "Name the kind of training: {0}; or say what else the product is in its `type`.",
    "Nommez le genre d’entraînement : {0} ; ou dites dans son `type` ce qu’est le produit.")
  package static let measuredBudget = Phrase(
    "`telemetry` measures what was computed; a budget is of what will be.",
    "`telemetry` mesure ce qui fut calculé ; un budget porte sur ce qui le sera.")
  package static let projectBudget = Phrase(
    "Name how the projection was found: counted, hardware, scaled, geometric-mean or reported.",
    "Dites comment la projection fut obtenue : counted, hardware, scaled, geometric-mean ou reported.")
  package static let statedBefore = Phrase(
    "It was stated on {0}, before it happened on {1}.",
    "Cela fut dit le {0}, avant d’avoir eu lieu le {1}.")
}
