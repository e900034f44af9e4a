/// What is wrong with a statement, a key or a ledger, and what to do.
extension Phrase {
  package static let partsDiffer = Phrase(
    "The public and the confidential part of “{0}” are not of one value.",
    "Les parties publique et confidentielle de « {0} » ne sont pas d’une même valeur.")
}

extension Phrase {
  package static let askForWhole = Phrase(
    "Ask whoever made it for a whole copy; do not rely on this one.",
    "Demandez-en une copie entière à son auteur ; ne vous fiez pas à celle-ci.")
  package static let envelopeLacks = Phrase(
    "The envelope has no text “{0}”.", "L’enveloppe n’a pas de texte « {0} ».")
  package static let notBase64 = Phrase("“{0}” is not base64.", "« {0} » n’est pas en base64.")
  package static let envelopeUnsigned = Phrase(
    "Nobody signed the envelope.", "Personne n’a signé l’enveloppe.")
  package static let noOpening = Phrase(
    "This is not an opening of a commitment.", "Ceci n’est pas l’ouverture d’un engagement.")
  package static let notCanonical = Phrase(
    "The bytes are not in their one canonical spelling (RFC 8785).",
    "Les octets ne sont pas dans leur unique forme canonique (RFC 8785).")
  package static let headLacks = Phrase(
    "The head lacks “{0}”, or it is not in its form.", "L’en-tête n’a pas « {0} », ou pas sous sa forme.")
  package static let headMisnamed = Phrase(
    "“{0}” is not a name of the kind and of the issuer that the head states.",
    "« {0} » n’est pas un nom du genre et de l’émetteur que l’en-tête énonce.")
  package static let noStatement = Phrase(
    "This is not a statement of a record: “{0}” is missing or another.",
    "Ceci n’est pas la déclaration d’un énoncé : « {0} » manque ou diffère.")
}

extension Phrase {
  package static let sealDiffers = Phrase(
    "The openings are not those to which the seal commits.",
    "Les ouvertures ne sont pas celles sur lesquelles le sceau s’engage.")
  package static let otherPayload = Phrase(
    "The envelope holds “{0}”, not an in-toto statement.",
    "L’enveloppe contient « {0} », non une déclaration in-toto.")
  package static let leafTooLarge = Phrase(
    "The signed statement has {0} bytes; a log takes at most {1}.",
    "La déclaration signée a {0} octets ; un journal en prend au plus {1}.")
  package static let moveToBody = Phrase(
    "Split it: name fewer things in one record.",
    "Divisez-le : nommez moins de choses en un énoncé.")
  package static let kindNotKnown = Phrase(
    "The kind {0} in version {1} is not known here.",
    "Le genre {0} en version {1} n’est pas connu ici.")
  package static let updateProgram = Phrase(
    "Update the program.",
    "Mettez le programme à jour.")
  package static let keyUsedTwice = Phrase(
    "The key {0} was introduced before; one key has one use.",
    "La clé {0} a déjà été introduite ; une clé n’a qu’un usage.")
  package static let makeNewKey = Phrase(
    "Make a new one: `ecluse key new`.",
    "Faites-en une nouvelle : `ecluse key new`.")
  package static let noKeyToRevoke = Phrase(
    "There is no key {0} that still counts.",
    "Il n’y a pas de clé {0} qui compte encore.")
  package static let showKeys = Phrase(
    "See `ecluse key show --ledger`.",
    "Voir `ecluse key show --ledger`.")
  package static let unknownKey = Phrase(
    "Nobody introduced the key {0} to this log.",
    "Personne n’a introduit la clé {0} dans ce journal.")
  package static let introduceKey = Phrase(
    "Let an administrator of the party record it first: `ecluse key add`.",
    "Qu’un administrateur de la partie l’enregistre d’abord : `ecluse key add`.")
  package static let otherSignature = Phrase(
    "The signature of the key {0} is not over these bytes.",
    "La signature de la clé {0} n’est pas celle de ces octets.")
  package static let signAgain = Phrase(
    "Sign again, with `ecluse sign`.",
    "Signez de nouveau, avec `ecluse sign`.")
  package static let signedTwice = Phrase(
    "The key {0} signed twice.",
    "La clé {0} a signé deux fois.")
  package static let signOnce = Phrase(
    "Leave one signature of each key.",
    "Laissez une signature de chaque clé.")
  package static let keyRevoked = Phrase(
    "The key {0} was revoked.",
    "La clé {0} a été révoquée.")
  package static let keyNotYet = Phrase(
    "The key {0} counts only from {1}.",
    "La clé {0} ne compte qu’à partir du {1}.")
  package static let keyExpired = Phrase(
    "The key {0} counted until {1}.",
    "La clé {0} a compté jusqu’au {1}.")
  package static let takeAnotherKey = Phrase(
    "Sign with a key that counts now: `ecluse key show --ledger` lists them.",
    "Signez avec une clé qui compte aujourd’hui : `ecluse key show --ledger` les donne.")
  package static let noGenesis = Phrase(
    "The log has no genesis yet.",
    "Le journal n’a pas encore de genèse.")
  package static let initLedger = Phrase(
    "Begin it with `ecluse ledger init`.",
    "Commencez-le par `ecluse ledger init`.")
  package static let secondGenesis = Phrase(
    "A genesis is the first leaf, and there is one.",
    "La genèse est la première feuille, et il n’y en a qu’une.")
  package static let initElsewhere = Phrase(
    "Begin another log in another folder.",
    "Commencez un autre journal dans un autre dossier.")
  package static let badTick = Phrase(
    "Ticks are said by the log alone, with its clock key.",
    "Seul le journal dit les tics, de sa clé d’horloge.")
  package static let tickBack = Phrase(
    "The log’s time does not go back.",
    "L’heure du journal ne recule pas.")
  package static let ticksOfLog = Phrase(
    "Leave ticks to the log.",
    "Laissez les tics au journal.")
  package static let quorumMissing = Phrase(
    "Founders that signed with keys of their own: {0}; the policy takes {1}.",
    "Fondateurs qui ont signé de leurs propres clés : {0} ; la politique en demande {1}.")
  package static let askFounders = Phrase(
    "Let more founders sign: `ecluse sign`.",
    "Faites signer d’autres fondateurs : `ecluse sign`.")
  package static let roleNotHeld = Phrase(
    "No key of this party has the role {0}, so the party cannot give it.",
    "Aucune clé de cette partie n’a le rôle {0}, qu’elle ne peut donc donner.")
  package static let askRegistrar = Phrase(
    "Ask a registrar of the log to introduce the key.",
    "Demandez à un greffier du journal d’introduire la clé.")
  package static let custodyNotShown = Phrase(
    "A key that a server holds cannot say of another that a person holds it.",
    "Une clé que détient un serveur ne peut dire d’une autre qu’une personne la détient.")
  package static let signAsPerson = Phrase(
    "Let an administrator who holds a key of their own sign it.",
    "Faites-le signer par un administrateur qui détient lui-même sa clé.")
  package static let saidInAnotherLog = Phrase(
    "It is said in the log {0}, about that log.",
    "Cela est dit dans le journal {0}, à propos de celui-là.")
  package static let signForThisLog = Phrase(
    "Sign it again for this log.",
    "Signez-le de nouveau pour ce journal.")
  package static let noSuchLeaf = Phrase(
    "The log has no such revision of {0}.",
    "Le journal n’a pas cette révision de {0}.")
  package static let recordFirst = Phrase(
    "Record it first.",
    "Enregistrez-la d’abord.")
  package static let notOfIssuer = Phrase(
    "No key of {0} signed what is said in its name.",
    "Aucune clé de {0} n’a signé ce qui est dit en son nom.")
  package static let signAsIssuer = Phrase(
    "Sign with a key of that party.",
    "Signez d’une clé de cette partie.")
  package static let noRuleForKind = Phrase(
    "No rule of the policy admits records of the kind {0}.",
    "Aucune règle de la politique n’admet d’énoncé du genre {0}.")
  package static let showPolicy = Phrase(
    "See the policy: `ecluse ledger show --policy`.",
    "Voir la politique : `ecluse ledger show --policy`.")
  package static let roleMissing = Phrase(
    "A record of the kind {0} takes a key with the role {1}.",
    "Un énoncé du genre {0} demande une clé de rôle {1}.")
  package static let mustBeSelfHeld = Phrase(
    "A record of the kind {0} takes a key that a person holds, not one of a server.",
    "Un énoncé du genre {0} demande une clé qu’une personne détient, non celle d’un serveur.")
  package static let tooFewSigners = Phrase(
    "A record of the kind {0} takes more signers, each another.",
    "Un énoncé du genre {0} demande plus de signataires, tous différents.")
  package static let notAboutOwn = Phrase(
    "The policy does not let this party speak about what is not its own with a record of the kind {0}.",
    "La politique ne laisse pas cette partie parler de ce qui n’est pas à elle par un énoncé du genre {0}.")
  package static let revisionExists = Phrase(
    "The log has revision {1} of {0} already, with another content; the next is {2}.",
    "Le journal a déjà la révision {1} de {0}, d’un autre contenu ; la suivante est {2}.")
  package static let revisionMissing = Phrase(
    "Revision {1} of {0} comes before revision {2} is there.",
    "La révision {1} de {0} vient avant que la révision {2} soit là.")
  package static let noRevisions = Phrase(
    "A record of the kind {0} has one revision.",
    "Un énoncé du genre {0} n’a qu’une révision.")
  package static let newName = Phrase(
    "Give it a name of its own.",
    "Donnez-lui un nom à lui.")
}

extension Phrase {
  package static let badKeyFile = Phrase(
    "This is not a private key.",
    "Ceci n’est pas une clé privée.")
  package static let cannotSign = Phrase(
    "The signature could not be made.",
    "La signature n’a pu être faite.")
  package static let headDiffers = Phrase(
    "The log does not end where its checkpoint says.",
    "Le journal ne finit pas là où le dit son point de contrôle.")
  package static let rootDiffers = Phrase(
    "The tree does not have the root that the checkpoint says.",
    "L’arbre n’a pas la racine que dit le point de contrôle.")
  package static let leafMissing = Phrase(
    "A leaf of the log is missing.",
    "Une feuille du journal manque.")
  package static let tileMissing = Phrase(
    "The tile {0} is missing or too short.",
    "La tuile {0} manque ou est trop courte.")
  package static let fsckLedger = Phrase(
    "Run `ecluse ledger fsck`, and restore a copy whose checkpoint is no older.",
    "Lancez `ecluse ledger fsck`, et restaurez une copie dont le point de contrôle n’est pas plus ancien.")
  package static let otherLog = Phrase(
    "This is the log {0}; the keys are those of {1}.",
    "Ceci est le journal {0} ; les clés sont celles de {1}.")
  package static let takeKeysOfLog = Phrase(
    "Take the keys of this log.",
    "Prenez les clés de ce journal.")
}

extension Phrase {
  package static let manySignatures = Phrase(
    "There are more than {0} signatures.",
    "Il y a plus de {0} signatures.")
  package static let badKeyCard = Phrase(
    "This is not the card of a key, in the form that `ecluse key show` writes.",
    "Ceci n’est pas la carte d’une clé, sous la forme qu’écrit `ecluse key show`.")
  package static let noStatementFile = Phrase(
    "This is not a file of statements.",
    "Ceci n’est pas un fichier de déclarations.")
}

extension Phrase {
  package static let noProofBundle = Phrase(
    "The proof does not hold the statement that it proves.",
    "La preuve ne contient pas la déclaration qu’elle prouve.")
}

extension Phrase {
  package static let engineFault = Phrase(
    "The database finds a fault: {0}.",
    "La base trouve un défaut : {0}.")
  package static let tileDiffers = Phrase(
    "The tile {0} is not that of the leaves.",
    "La tuile {0} n’est pas celle des feuilles.")
  package static let rowDiffers = Phrase(
    "A row of the table {0} is not what the leaf unfolds into.",
    "Une ligne de la table {0} n’est pas ce que donne la feuille.")
  package static let notErased = Phrase(
    "A body that the log says is erased is still there.",
    "Un corps que le journal dit effacé est encore là.")
}
