/// What is wrong with a log, its checkpoints, its proofs, or a policy about them, and what to do.
extension Phrase {
  // What it is not: `{0}` is the reason.
  package static let notANote = Phrase(
    "This is not a signed note: {0}.", "Ce n’est pas une note signée : {0}.")
  package static let notACheckpoint = Phrase(
    "This is not a checkpoint of a log: {0}.", "Ce n’est pas un point de contrôle d’un journal : {0}.")
  package static let notAVerifierKey = Phrase(
    "This is not a key of signed notes: {0}.", "Ce n’est pas une clé de notes signées : {0}.")
  package static let notAProofFile = Phrase(
    "This is not a proof of a log: {0}.", "Ce n’est pas une preuve d’un journal : {0}.")
  package static let notATile = Phrase(
    "This is not that tile of the log: {0}.", "Ce n’est pas cette tuile du journal : {0}.")
  package static let notABundle = Phrase(
    "This is not a bundle of entries: {0}.", "Ce n’est pas un lot d’entrées : {0}.")
  package static let notAPolicy = Phrase(
    "The trust policy cannot be read: {0}.", "La politique de confiance ne peut être lue : {0}.")
  package static let notAWitnessRequest = Phrase(
    "This is not a request to a witness: {0}.", "Ce n’est pas une demande à un témoin : {0}.")
  package static let notAWitnessAnswer = Phrase(
    "This is not an answer of a witness: {0}.", "Ce n’est pas une réponse de témoin : {0}.")
  package static let notCosigned = Phrase(
    "The checkpoint cannot be cosigned: {0}.", "Le point de contrôle ne peut être cosigné : {0}.")
  package static let inclusionFails = Phrase(
    "The proof does not show that the entry is in the log: {0}.",
    "La preuve ne montre pas que l’entrée est au journal : {0}.")
  package static let consistencyFails = Phrase(
    "The proof does not show that the log only grew: {0}.",
    "La preuve ne montre pas que le journal n’a fait que croître : {0}.")
  package static let noProof = Phrase("The tree cannot do that: {0}.", "L’arbre ne le peut : {0}.")

  // Reasons.
  package static let moreBytesThan = Phrase("it is longer than {0} bytes", "il y a plus de {0} octets")
  package static let notUTF8Here = Phrase("it is not UTF-8", "ce n’est pas de l’UTF-8")
  package static let carriageReturn = Phrase(
    "a line ends in a carriage return", "une ligne finit par un retour chariot")
  package static let controlCharacter = Phrase(
    "a control character stands in it", "un caractère de contrôle s’y trouve")
  package static let noBlankLine = Phrase(
    "no empty line separates its parts", "aucune ligne vide n’en sépare les parties")
  package static let noLastNewline = Phrase(
    "the last line does not end in a newline", "la dernière ligne ne finit pas par un saut de ligne")
  package static let noSignatureLine = Phrase(
    "a signature line is missing here: a dash, the name of the key, base64",
    "il manque ici une ligne de signature : un tiret, le nom de la clé, du base64")
  package static let tooManySignatures = Phrase(
    "it bears more than {0} signatures", "elle porte plus de {0} signatures")
  package static let badKeyName = Phrase(
    "the name of a key is empty, not UTF-8, or holds a space or a plus sign",
    "le nom d’une clé est vide, n’est pas de l’UTF-8, ou contient une espace ou un signe plus")
  package static let badBase64 = Phrase(
    "this is not base64 in its one form: standard alphabet, padded, no bits left over",
    "ce n’est pas du base64 dans sa forme unique : alphabet ordinaire, complété, sans bits de reste")
  package static let emptySignature = Phrase("a signature has no bytes", "une signature est sans octets")
  package static let keyTooLong = Phrase("it is longer than any key", "c’est plus long que toute clé")
  package static let threeParts = Phrase(
    "a key has three parts, a name, eight digits and base64, joined by plus signs",
    "une clé a trois parties, un nom, huit chiffres et du base64, jointes par des signes plus")
  package static let badKeyID = Phrase(
    "its second part is not eight lower-case hexadecimal digits",
    "sa deuxième partie n’est pas de huit chiffres hexadécimaux minuscules")
  package static let emptyKey = Phrase("it holds no key", "elle ne contient pas de clé")
  package static let badPublicKey = Phrase(
    "its public key is not one of Ed25519", "sa clé publique n’en est pas une d’Ed25519")
  package static let otherKeyID = Phrase(
    "its digits are not those of this name and this key: one of the three was changed",
    "ses chiffres ne sont pas ceux de ce nom et de cette clé : l’un des trois fut changé")
  package static let emptyLine = Phrase("a line is empty", "une ligne est vide")
  package static let trailingSpace = Phrase("a line ends in a space", "une ligne finit par une espace")
  package static let threeLines = Phrase(
    "it has fewer than three lines: the origin, the size, the root",
    "il a moins de trois lignes : l’origine, la taille, la racine")
  package static let extraLines = Phrase(
    "a name of it holds a newline", "un de ses noms contient un saut de ligne")
  package static let badSize = Phrase(
    "a size is a whole number up to 2⁶³ − 1, without sign or leading zero",
    "une taille est un nombre entier jusqu’à 2⁶³ − 1, sans signe ni zéro en tête")
  package static let badIndex = Phrase(
    "an index is a whole number up to 2⁶³ − 1, without sign or leading zero",
    "un rang est un nombre entier jusqu’à 2⁶³ − 1, sans signe ni zéro en tête")
  package static let badHashLength = Phrase("a hash has 32 bytes", "une empreinte a 32 octets")
  package static let badTime = Phrase(
    "{0} is not a time in seconds from 1 to 2⁶³ − 1", "{0} n’est pas un temps en secondes de 1 à 2⁶³ − 1")
  package static let proofHeader = Phrase(
    "its first line is not c2sp.org/tlog-proof@v1", "sa première ligne n’est pas c2sp.org/tlog-proof@v1")
  package static let indexLine = Phrase(
    "the line “index” and a number is missing here", "il manque ici la ligne « index » avec un nombre")
  package static let oldLine = Phrase(
    "its first line is not “old” and a size", "sa première ligne n’est pas « old » avec une taille")
  package static let tooManyHashes = Phrase(
    "a proof has at most 63 hashes", "une preuve a au plus 63 empreintes")
  package static let indexOutside = Phrase(
    "{0} lies outside a tree of {1} entries", "{0} est hors d’un arbre de {1} entrées")
  package static let proofTooLong = Phrase(
    "it has more hashes than such a tree", "elle a plus d’empreintes qu’un tel arbre")
  package static let proofTooShort = Phrase(
    "it has fewer hashes than such a tree", "elle a moins d’empreintes qu’un tel arbre")
  package static let otherRoot = Phrase(
    "it leads to another root than that of the checkpoint",
    "elle mène à une autre racine que celle du point de contrôle")
  package static let otherOldRoot = Phrase(
    "it leads to another root than the earlier one", "elle mène à une autre racine que celle d’avant")
  package static let shrinks = Phrase(
    "the log had {0} entries and now has {1}", "le journal avait {0} entrées et en a maintenant {1}")
  package static let forked = Phrase(
    "two trees of {0} entries have different roots", "deux arbres de {0} entrées ont des racines différentes")
  package static let badEmptyRoot = Phrase(
    "a log without entries has another root than the hash of nothing",
    "un journal sans entrées a une autre racine que l’empreinte du vide")
  package static let tileLength = Phrase(
    "it should have {0} bytes and has {1}", "elle devrait avoir {0} octets et en a {1}")
  package static let bundleCount = Phrase(
    "a bundle has from 1 to 256 entries, not {0}", "un lot a de 1 à 256 entrées, non {0}")
  package static let bundleLonger = Phrase("it goes on after {0} entries", "il continue après {0} entrées")
  package static let bundleShorter = Phrase(
    "it should have {0} entries and has {1}", "il devrait avoir {0} entrées et en a {1}")
  package static let bundleEnds = Phrase(
    "it ends in the middle of an entry", "il finit au milieu d’une entrée")
  package static let treeTooLarge = Phrase(
    "a tree has at most 2⁶³ − 1 entries", "un arbre a au plus 2⁶³ − 1 entrées")
  package static let sizeTypeMissing = Phrase(
    "a conflict must bear the content type text/x.tlog.size",
    "un conflit doit porter le type de contenu text/x.tlog.size")
  package static let noCosignature = Phrase(
    "none of its lines is from {0}", "aucune de ses lignes n’est de {0}")
  package static let timeMissing = Phrase(
    "a cosignature bears no time", "une cosignature ne porte pas de temps")

  // Lines of a policy.
  package static let unknownLine = Phrase(
    "“{0}” begins no line of a policy: log, witness, group or quorum does",
    "« {0} » ne commence aucune ligne d’une politique : log, witness, group ou quorum le font")
  package static let logLine = Phrase(
    "a log is “log KEY” or “log KEY URL”", "un journal s’écrit « log CLÉ » ou « log CLÉ URL »")
  package static let witnessLine = Phrase(
    "a witness is “witness NAME KEY” or “witness NAME KEY URL”",
    "un témoin s’écrit « witness NOM CLÉ » ou « witness NOM CLÉ URL »")
  package static let groupLine = Phrase(
    "a group is “group NAME all”, “any” or a number, and at least one member",
    "un groupe s’écrit « group NOM all », « any » ou un nombre, puis au moins un membre")
  package static let quorumLine = Phrase(
    "a quorum is “quorum NAME” or “quorum none”", "un quorum s’écrit « quorum NOM » ou « quorum none »")
  package static let noQuorumLine = Phrase("it has no line “quorum”", "elle n’a pas de ligne « quorum »")
  package static let secondQuorum = Phrase(
    "it has a second line “quorum”", "elle a une deuxième ligne « quorum »")
  package static let badThreshold = Phrase(
    "“{0}” is neither all, nor any, nor a number", "« {0} » n’est ni all, ni any, ni un nombre")
  package static let thresholdOutside = Phrase(
    "{0} is not from 1 to the number of members", "{0} n’est pas de 1 au nombre des membres")
  package static let noneIsReserved = Phrase(
    "“none” names no witness and no group", "« none » ne nomme ni témoin ni groupe")
  package static let notDefined = Phrase(
    "no line before defines “{0}”", "aucune ligne avant celle-ci ne définit « {0} »")
  package static let definedTwice = Phrase(
    "“{0}” is already the name of a witness or a group", "« {0} » est déjà le nom d’un témoin ou d’un groupe")
  package static let memberTwice = Phrase(
    "“{0}” is already a member of a group", "« {0} » est déjà membre d’un groupe")
  package static let keyTwice = Phrase(
    "the public key of “{0}” stands there already, whatever its name",
    "la clé publique de « {0} » y est déjà, quel que soit son nom")
  package static let keysAlike = Phrase(
    "another key is named “{0}” and has the same identifier",
    "une autre clé se nomme « {0} » et a le même identifiant")
  package static let cosignerAsLog = Phrase(
    "the key “{0}” is one of a witness, and none may be both",
    "la clé « {0} » est celle d’un témoin, et aucune ne peut être les deux")
  package static let logAsCosigner = Phrase(
    "the key “{0}” is one of a log, and none may be both",
    "la clé « {0} » est celle d’un journal, et aucune ne peut être les deux")
  package static let tooManyLines = Phrase(
    "it defines more logs, witnesses or groups than are read",
    "elle définit plus de journaux, de témoins ou de groupes qu’il n’en est lu")

  // What is found about signatures.
  package static let ambiguousKeys = Phrase(
    "Two different keys are named “{0}” and have the same identifier.",
    "Deux clés différentes se nomment « {0} » et ont le même identifiant.")
  package static let giveOneKey = Phrase(
    "Give only the one that is trusted.", "Ne donnez que celle à laquelle on se fie.")
  package static let unsigned = Phrase(
    "None of these keys signed it: {0}.", "Aucune de ces clés ne l’a signée : {0}.")
  package static let badSignature = Phrase(
    "The signature of {0} does not hold: the text or the signature was changed.",
    "La signature de {0} ne tient pas : le texte ou la signature fut changé.")
  package static let noLog = Phrase(
    "No log of the policy with the origin {0} signed it.",
    "Aucun journal de la politique dont l’origine est {0} ne l’a signé.")
  package static let noQuorum = Phrase(
    "Too few witnesses of the policy saw the checkpoint: {0}.",
    "Trop peu de témoins de la politique ont vu le point de contrôle : {0}.")
  package static let noWitness = Phrase("none of them", "aucun")
  package static let onlyThese = Phrase("only {0}", "seulement {0}")
  package static let entryTooLarge = Phrase(
    "An entry of {0} bytes does not fit: a log takes at most {1}.",
    "Une entrée de {0} octets ne tient pas : un journal en admet au plus {1}.")

  // Remedies.
  package static let takeAsPublished = Phrase(
    "Take the file as it was published, byte for byte.",
    "Prenez le fichier tel qu’il fut publié, octet pour octet.")
  package static let takeAsMade = Phrase(
    "Take the file as it was made, byte for byte.", "Prenez le fichier tel qu’il fut fait, octet pour octet.")
  package static let takeVerifierKey = Phrase(
    "Take the key as its holder publishes it: NAME+DIGITS+BASE64.",
    "Prenez la clé telle que son détenteur la publie : NOM+CHIFFRES+BASE64.")
  package static let chooseKeyName = Phrase(
    "Choose another name, such as log.example/name.", "Choisissez un autre nom, comme journal.example/nom.")
  package static let giveKey = Phrase(
    "Give the key of whoever is to have signed it, or do not trust it.",
    "Donnez la clé de qui doit l’avoir signée, ou ne vous y fiez pas.")
  package static let giveTime = Phrase(
    "Give a time in seconds since 1970.", "Donnez un temps en secondes depuis 1970.")
  package static let distrustNote = Phrase(
    "Do not trust it; fetch it again, and keep this copy if the signature stays wrong.",
    "Ne vous y fiez pas ; prenez-la de nouveau, et gardez cette copie si la signature reste fausse.")
  package static let distrustProof = Phrase(
    "Do not trust it; fetch it again, and keep this copy if it stays wrong.",
    "Ne vous y fiez pas ; prenez-la de nouveau, et gardez cette copie si elle reste fausse.")
  package static let takeTrusted = Phrase(
    "Take a checkpoint of a log that the policy names, or add that log if it is trusted.",
    "Prenez un point de contrôle d’un journal que nomme la politique, ou ajoutez ce journal si l’on s’y fie.")
  package static let askWitnesses = Phrase(
    "Take a later copy of the checkpoint, with more cosignatures.",
    "Prenez une copie ultérieure du point de contrôle, avec plus de cosignatures.")
  package static let askWitness = Phrase(
    "Ask again; if it stays so, tell whoever runs the witness.",
    "Demandez de nouveau ; si cela reste, dites-le à qui tient le témoin.")
  package static let askInside = Phrase(
    "Ask for an entry that the tree has.", "Demandez une entrée que l’arbre possède.")
  package static let takeTile = Phrase(
    "Fetch the file again from the log, or take another copy of the log.",
    "Prenez de nouveau ce fichier au journal, ou prenez une autre copie du journal.")
  package static let correctPolicy = Phrase("Correct that line.", "Corrigez cette ligne.")
  package static let sendAsSpecified = Phrase(
    "Send the body that c2sp.org/tlog-witness asks for.",
    "Envoyez le corps que demande c2sp.org/tlog-witness.")
  package static let entryDigest = Phrase(
    "Put its digest in the log and the bytes beside it.",
    "Mettez son empreinte au journal et les octets à côté.")
  package static let startNewLog = Phrase("Begin another log.", "Commencez un autre journal.")
}
