/// What the commands of a ledger say.
extension Phrase {
  package static let secretIsLink = Phrase(
    "A private key is a file, not a link.",
    "Une clé privée est un fichier, non un lien.")
  package static let secretOfOther = Phrase(
    "The key file belongs to somebody else.",
    "Le fichier de clé appartient à quelqu’un d’autre.")
  package static let secretIsOpen = Phrase(
    "Others may read or change this key file.",
    "D’autres peuvent lire ou changer ce fichier de clé.")
  package static let closeSecret = Phrase(
    "Run `chmod 600 {0}`; if others could read it, make a new key and revoke this one.",
    "Lancez `chmod 600 {0}` ; si d’autres ont pu la lire, faites une nouvelle clé et révoquez celle-ci.")
  package static let copyKeyFile = Phrase(
    "Take the file itself, owned by you.",
    "Prenez le fichier lui-même, à votre nom.")
  package static let secretExists = Phrase(
    "Something of that name is there already; no key is overwritten.",
    "Quelque chose porte déjà ce nom ; aucune clé n’est écrasée.")
  package static let ledgerExists = Phrase(
    "Something of that name is there already.",
    "Quelque chose porte déjà ce nom.")
  package static let chooseFolder = Phrase(
    "Choose another folder.",
    "Choisissez un autre dossier.")
  package static let logIsOlder = Phrase(
    "This copy of the log has {0} leaves; one with {1} was seen before.",
    "Cette copie du journal a {0} feuilles ; on en a déjà vu une de {1}.")
  package static let restoreNewer = Phrase(
    "Restore a newer copy; nothing is appended to an old one.",
    "Restaurez une copie plus récente ; rien ne s’ajoute à une ancienne.")
  package static let clockBehind = Phrase(
    "The clock says {0}, but the log has recorded {1} already. Until then the log’s time stands still.",
    "L’horloge dit {0}, mais le journal a déjà consigné {1}. D’ici là, l’heure du journal ne change pas.")
  package static let checkClock = Phrase(
    "Check the clock of this machine; keys count at the log’s time.",
    "Vérifiez l’horloge de cette machine ; les clés comptent à l’heure du journal.")
  package static let logForked = Phrase(
    "The log has another past than the one of {0} leaves that was seen before.",
    "Le journal a un autre passé que celui de {0} feuilles qu’on a déjà vu.")
  package static let keepEvidence = Phrase(
    "Keep both checkpoints: together they prove that the log was rewritten.",
    "Gardez les deux points de contrôle : ensemble ils prouvent que le journal fut récrit.")
  package static let helpLedger = Phrase(
    "The folder of the ledger; absent, ECLUSE_LEDGER.",
    "Le dossier du registre ; absent, ECLUSE_LEDGER.")
  package static let noLedgerNamed = Phrase(
    "No ledger is named.",
    "Aucun registre n’est nommé.")
  package static let nameLedger = Phrase(
    "Give --ledger FOLDER, or set ECLUSE_LEDGER.",
    "Donnez --ledger DOSSIER, ou fixez ECLUSE_LEDGER.")
  package static let helpViewer = Phrase(
    "As whom to read: public, or a party; absent, as who holds the store.",
    "Au nom de qui lire : public, ou une partie ; absent, de qui détient le registre.")
  package static let valueViewer = Phrase(
    "viewer",
    "lecteur")
  package static let helpKey = Phrase(
    "The file of the private key that signs.",
    "Le fichier de la clé privée qui signe.")
  package static let helpReaders = Phrase(
    "Who may read the bodies besides their issuer: public, nobody, or parties between commas.",
    "Qui peut lire les corps outre leur émetteur : public, nobody, ou des parties entre virgules.")
  package static let valueReaders = Phrase(
    "readers",
    "lecteurs")
  package static let nameReaders = Phrase(
    "Write public, nobody, or namespaces of parties between commas.",
    "Écrivez public, nobody, ou des espaces de noms de parties entre virgules.")
  package static let helpLedgerCommand = Phrase(
    "Keep and check a log of signed statements.",
    "Tenir et vérifier un journal de déclarations signées.")
  package static let helpLedgerInit = Phrase(
    "Found a log.",
    "Fonder un journal.")
  package static let helpFounders = Phrase(
    "Cards of the keys of other founders (`ecluse key show`).",
    "Les cartes des clés des autres fondateurs (`ecluse key show`).")
  package static let helpOrigin = Phrase(
    "The name of the log: an address without scheme, such as log.example.org/ecluse.",
    "Le nom du journal : une adresse sans protocole, comme log.example.org/ecluse.")
  package static let valueOrigin = Phrase(
    "name",
    "nom")
  package static let helpQuorum = Phrase(
    "How many founding parties change the policy.",
    "Combien de parties fondatrices changent la politique.")
  package static let valueNumber = Phrase(
    "number",
    "nombre")
  package static let quorumTooLarge = Phrase(
    "A quorum of {0} is not possible with these founders.",
    "Un quorum de {0} n’est pas possible avec ces fondateurs.")
  package static let policySaysQuorum = Phrase(
    "The policy says how large the quorum is.",
    "La politique dit quel est le quorum.")
  package static let helpPolicyOfInit = Phrase(
    "The policy, as `ledger show --policy` writes one; without it, the usual one.",
    "La politique, telle que l’écrit `ledger show --policy` ; sans elle, la politique habituelle.")
  package static let helpLedgerPolicy = Phrase(
    "Change who may say what. The founders’ quorum signs.",
    "Changer qui peut dire quoi. Le quorum des fondateurs signe.")
  package static let helpPolicyFile = Phrase(
    "The new policy, in the form in which a ledger shows its present one.",
    "La nouvelle politique, dans la forme où un registre montre l’actuelle.")
  package static let policyChanged = Phrase(
    "The policy has changed: revision {0}.",
    "La politique a changé : révision {0}.")
  package static let kindOfNoRule = Phrase(
    "No rule can be about records of a kind {0}.",
    "Aucune règle ne peut porter sur des énoncés d’un genre {0}.")
  package static let listKinds = Phrase(
    "`ecluse kinds` lists them.",
    "`ecluse kinds` en donne la liste.")
  package static let helpDelegate = Phrase(
    "Let another party speak about what is one’s own, where the policy admits it.",
    "Laisser une autre partie parler de ce qui est à soi, là où la politique l’admet.")
  package static let helpDelegateTo = Phrase(
    "The other party: a namespace.",
    "L’autre partie : un espace de noms.")
  package static let helpDelegateKinds = Phrase(
    "With records of these kinds, between commas.",
    "Par des énoncés de ces genres, entre virgules.")
  package static let valueKinds = Phrase(
    "kinds",
    "genres")
  package static let helpDelegateUntil = Phrase(
    "Until when.",
    "Jusqu’à quand.")
  package static let delegated = Phrase(
    "{0} lets {1} speak about its own: {2}.",
    "{0} laisse {1} parler de ce qui est à elle : {2}.")
  package static let delegatedUntil = Phrase(
    "{0} lets {1} speak about its own until {3}: {2}.",
    "{0} laisse {1} parler de ce qui est à elle jusqu’au {3} : {2}.")
  package static let delegationOver = Phrase(
    "{0} does not let {1} speak about its own any more, since {3}: {2}.",
    "{0} ne laisse plus {1} parler de ce qui est à elle, depuis le {3} : {2}.")
  package static let noKeyOfParty = Phrase(
    "The log knows no key of {0} yet.",
    "Le journal ne connaît encore aucune clé de {0}.")
  package static let delegationUnused = Phrase(
    "No rule of the policy heeds delegations for: {0}.",
    "Aucune règle de la politique ne tient compte de délégations pour : {0}.")
  package static let noDelegation = Phrase(
    "No party lets another speak about its own.", "Aucune partie n’en laisse une autre parler du sien.")
  package static let helpDelegations = Phrase(
    "List who may speak about whose things.",
    "Lister qui peut parler des choses de qui.")
  package static let nobodyIntroduces = Phrase(
    "Nobody could introduce keys any more.",
    "Plus personne ne pourrait introduire de clés.")
  package static let nobodyRevokes = Phrase(
    "Nobody could revoke keys any more.",
    "Plus personne ne pourrait révoquer de clés.")
  package static let rolesOfNobody = Phrase(
    "No key that counts has these roles: {0}.",
    "Aucune clé qui compte n’a ces rôles : {0}.")
  package static let keyIsRevoked = Phrase(
    "The key {0} is revoked already.",
    "La clé {0} est déjà révoquée.")
  package static let recordsWithheld = Phrase(
    "Withheld from this reader, wholly or in part, so unknown and not absent: {0} (`ecluse ledger show NAME` tells what of each, and on which ground).",
    "Réservés à d’autres lecteurs, en tout ou en partie, donc inconnus et non absents : {0} (`ecluse ledger show NOM` dit quoi de chacun, et à quel titre)."
  )
  package static let helpForOthers = Phrase(
    "Write the signed statement there, for others to sign (`ecluse sign`) before it is recorded, instead of recording it.",
    "Y écrire la déclaration signée, pour que d’autres la signent (`ecluse sign`) avant qu’elle soit enregistrée, au lieu de l’enregistrer."
  )
  package static let writtenForOthers = Phrase(
    "{0} is signed and not recorded: it is in {1}. Others sign it with `ecluse sign`, then `ecluse record` records it.",
    "{0} est signé et n’est pas enregistré : c’est dans {1}. D’autres le signent avec `ecluse sign`, puis `ecluse record` l’enregistre."
  )
  package static let ledgerFounded = Phrase(
    "The log {0} is founded. Its verifier key:\n{1}",
    "Le journal {0} est fondé. Sa clé de vérification :\n{1}")
  package static let helpKeyCommand = Phrase(
    "Make, show, introduce and revoke keys.",
    "Faire, montrer, introduire et révoquer des clés.")
  package static let helpKeyNew = Phrase(
    "Make a private key, in a file for its owner alone.",
    "Faire une clé privée, dans un fichier pour son seul détenteur.")
  package static let helpKeyFile = Phrase(
    "The file of a private key.",
    "Le fichier d’une clé privée.")
  package static let helpParty = Phrase(
    "Whose key it is: a namespace.",
    "De qui est la clé : un espace de noms.")
  package static let valueParty = Phrase(
    "party",
    "partie")
  package static let helpPerson = Phrase(
    "The pseudonym of the person who holds it.",
    "Le pseudonyme de la personne qui la détient.")
  package static let valuePerson = Phrase(
    "person",
    "personne")
  package static let helpServerKey = Phrase(
    "A server holds it, not a person.",
    "Un serveur la détient, non une personne.")
  package static let helpSealingFrom = Phrase(
    "Another key of the same party, whose sealing key is shared: then both give the same record the same seal.",
    "Une autre clé de la même partie, dont la clé de sceau est partagée : toutes deux donnent alors au même énoncé le même sceau."
  )
  package static let keyMade = Phrase(
    "{0}: key {1} of {2}. Keep this file to yourself; hand others its card (`ecluse key show`).",
    "{0} : clé {1} de {2}. Gardez ce fichier pour vous ; donnez aux autres sa carte (`ecluse key show`).")
  package static let helpKeyShow = Phrase(
    "Show the card of a key, or the keys of a ledger.",
    "Montrer la carte d’une clé, ou les clés d’un registre.")
  package static let helpRoles = Phrase(
    "What the key may sign as, with a place where one matters: recorder,authority:EU.",
    "En quelles qualités la clé peut signer, avec un lieu s’il importe : recorder,authority:EU.")
  package static let valueRoles = Phrase(
    "roles",
    "rôles")
  package static let nameRoles = Phrase(
    "Write roles between commas, each with a place after a colon where one matters.",
    "Écrivez des rôles entre virgules, chacun suivi d’un lieu après deux-points s’il importe.")
  package static let keyStateRevoked = Phrase(
    "revoked",
    "révoquée")
  package static let keyStateExpired = Phrase(
    "expired",
    "expirée")
  package static let keyStateCounts = Phrase(
    "counts",
    "compte")
  package static let custodyServer = Phrase(
    "held by a server",
    "détenue par un serveur")
  package static let custodySelf = Phrase(
    "held by a person",
    "détenue par une personne")
  package static let helpKeyAdd = Phrase(
    "Introduce a key to a ledger.",
    "Introduire une clé dans un registre.")
  package static let helpKeyCard = Phrase(
    "The card of the key (`ecluse key show`).",
    "La carte de la clé (`ecluse key show`).")
  package static let keyIntroduced = Phrase(
    "Key {0} of {1} counts from leaf {2} on.",
    "La clé {0} de {1} compte à partir de la feuille {2}.")
  package static let helpKeyRotate = Phrase(
    "Let a new key take the place of an old one, which is revoked.",
    "Remplacer une ancienne clé, révoquée, par une nouvelle.")
  package static let helpNewKeyFile = Phrase(
    "The file of the new private key.",
    "Le fichier de la nouvelle clé privée.")
  package static let keyRotated = Phrase(
    "Key {0} is revoked; the new one is in {1}.",
    "La clé {0} est révoquée ; la nouvelle est dans {1}.")
  package static let helpKeyRevoke = Phrase(
    "Revoke a key.",
    "Révoquer une clé.")
  package static let helpKeyID = Phrase(
    "The key, by the first eight digits of its id or more.",
    "La clé, par les huit premiers chiffres de son identifiant ou plus.")
  package static let valueKeyID = Phrase(
    "key",
    "clé")
  package static let helpGround = Phrase(
    "On which ground.",
    "À quel titre.")
  package static let valueText = Phrase(
    "text",
    "texte")
  package static let lastKeyOfParty = Phrase(
    "It is the last key of {0}: nothing can be said in its name until a registrar introduces another.",
    "C’est la dernière clé de {0} : rien ne peut être dit en son nom tant qu’un greffier n’en introduit pas une autre."
  )
  package static let lastKeyForKeys = Phrase(
    "It is the last key that may introduce keys: none can be introduced any more.",
    "C’est la dernière clé qui puisse introduire des clés : plus aucune ne pourra l’être.")
  package static let policyForever = Phrase(
    "Too few keys of founders are left for the quorum of {0}: the policy can never be changed again.",
    "Il reste trop peu de clés de fondateurs pour le quorum de {0} : la politique ne pourra plus jamais changer."
  )
  package static let keyRevokedNow = Phrase(
    "Key {0} does not count any more from leaf {1} on.",
    "La clé {0} ne compte plus à partir de la feuille {1}.")
  package static let helpRecord = Phrase(
    "Sign the records of a dossier and append them to a ledger.",
    "Signer les énoncés d’un dossier et les ajouter à un registre.")
  package static let helpRecordOperand = Phrase(
    "A dossier, `public:`, or a file of signed statements.",
    "Un dossier, `public:`, ou un fichier de déclarations signées.")
  package static let helpYes = Phrase(
    "Do not ask.",
    "Ne pas demander.")
  package static let planNew = Phrase(
    "new: {0}",
    "nouveaux : {0}")
  package static let planRevised = Phrase(
    "revised: {0}",
    "révisés : {0}")
  package static let planConflict = Phrase(
    "recorded with another content: {0}",
    "enregistrés avec un autre contenu : {0}")
  package static let planNotOurs = Phrase(
    "of other parties, left out: {0}",
    "d’autres parties, laissés : {0}")
  package static let planMissing = Phrase(
    "in the ledger and not here, left as they are: {0}",
    "dans le registre et non ici, laissés tels quels : {0}")
  package static let planWithdrawn = Phrase(
    "withdrawn, since not here: {0}",
    "retirés, puisque non ici : {0}")
  package static let helpWithdrawMissing = Phrase(
    "Withdraw what the ledger has of the party and the dossier has not.",
    "Retirer ce que le registre a de la partie et que le dossier n’a pas.")
  package static let planUnchanged = Phrase(
    "unchanged: {0}",
    "inchangés : {0}")
  package static let readersEveryone = Phrase(
    "read by everyone",
    "lu par tous")
  package static let readersNobody = Phrase(
    "read by the issuer alone",
    "lu par l’émetteur seul")
  package static let readersParties = Phrase(
    "read by {0}",
    "lu par {0}")
  package static let recordedOtherwise = Phrase(
    "The ledger has revision {1} of {0} with another content.",
    "Le registre a la révision {1} de {0} avec un autre contenu.")
  package static let recordedForOthers = Phrase(
    "The ledger has revision {1} of {0}, for other readers.",
    "Le registre a la révision {1} de {0}, pour d’autres lecteurs.")
  package static let changeReaders = Phrase(
    "Change them with `ecluse reveal` or `ecluse withhold`.",
    "Changez-les par `ecluse reveal` ou `ecluse withhold`.")
  package static let ofAnotherLog = Phrase(
    "passed over, since another log says them of itself: {0}",
    "laissés de côté, car un autre journal les dit de lui-même : {0}")
  package static let appended = Phrase(
    "{0} appended; the log has {1} leaves.",
    "{0} ajoutés ; le journal a {1} feuilles.")
  package static let needsYes = Phrase(
    "Nothing was appended. Nobody can be asked here: add --yes.",
    "Rien ne fut ajouté. On ne peut demander à personne ici : ajoutez --yes.")
  package static let dossierIsFolder = Phrase(
    "A dossier is a folder; a file holds signed statements.",
    "Un dossier est un répertoire ; un fichier contient des déclarations signées.")
  package static let nameItsFolder = Phrase(
    "Name the folder that the file is in.",
    "Nommez le répertoire où est le fichier.")
  package static let confirm = Phrase(
    "Go on? [y/N]",
    "Continuer ? [o/N]")
  package static let helpSign = Phrase(
    "Sign a dossier, or what others have signed, without a ledger.",
    "Signer un dossier, ou ce que d’autres ont signé, sans registre.")
  package static let helpSignOperand = Phrase(
    "A dossier, or a file of statements.",
    "Un dossier, ou un fichier de déclarations.")
  package static let helpAudienceOf = Phrase(
    "A thing: namespace:name, or namespace/kind/name.",
    "Une chose : espace:nom, ou espace/genre/nom.")
  package static let valueName = Phrase(
    "name",
    "nom")
  package static let helpRevision = Phrase(
    "Which revision; absent, the last.",
    "Quelle révision ; absent, la dernière.")
  package static let helpFields = Phrase(
    "Which fields of the body, between commas; absent, all.",
    "Quels champs du corps, entre virgules ; absent, tous.")
  package static let valueFields = Phrase(
    "fields",
    "champs")
  package static let helpWithhold = Phrase(
    "Let fewer read a body. It is then unknown to others, not absent.",
    "Laisser moins de monde lire un corps. Il est alors inconnu des autres, non absent.")
  package static let helpReveal = Phrase(
    "Let more read a body.",
    "Laisser plus de monde lire un corps.")
  package static let helpDispose = Phrase(
    "Erase a body, for everyone and for good. What is signed and its proofs stay.",
    "Effacer un corps, pour tous et pour toujours. Ce qui est signé et ses preuves restent.")
  package static let withheldNow = Phrase(
    "The body of {0}, revision {1}, is withheld.",
    "Le corps de {0}, révision {1}, est réservé.")
  package static let revealedNow = Phrase(
    "The body of {0}, revision {1}, has other readers now.",
    "Le corps de {0}, révision {1}, a désormais d’autres lecteurs.")
  package static let withheldFields = Phrase(
    "Of the body of {0}, revision {1}, these fields are withheld: {2}.",
    "Du corps de {0}, révision {1}, ces champs sont réservés : {2}.")
  package static let revealedFields = Phrase(
    "Of the body of {0}, revision {1}, these fields have other readers now: {2}.",
    "Du corps de {0}, révision {1}, ces champs ont désormais d’autres lecteurs : {2}.")
  package static let disposedFields = Phrase(
    "Of the body of {0}, revision {1}, these fields are erased: {2}.",
    "Du corps de {0}, révision {1}, ces champs sont effacés : {2}.")
  package static let noBodyKept = Phrase(
    "Nothing of the body of {0} is kept here.",
    "Rien du corps de {0} n’est gardé ici.")
  package static let seeShow = Phrase(
    "`ecluse ledger show` tells what there is of it, for each revision.",
    "`ecluse ledger show` dit ce qu’il y en a, pour chaque révision.")
  package static let noFieldKept = Phrase(
    "The body that is kept has no field {0}; what stands in the head stays readable to everyone.",
    "Le corps gardé n’a pas de champ {0} ; ce qui est dans l’en-tête reste lisible par tous.")
  package static let wouldReveal = Phrase(
    "Some of its fields have fewer readers already: {0}.",
    "Certains de ses champs ont déjà moins de lecteurs : {0}.")
  package static let revealsNothing = Phrase(
    "Nothing would change: what is kept of it is {0} already.",
    "Rien ne changerait : ce qui en est gardé est déjà {0}.")
  package static let wouldWithhold = Phrase(
    "Some of its fields have other readers already, who would lose them: {0}.",
    "Certains de ses champs ont déjà d’autres lecteurs, qui les perdraient : {0}.")
  package static let useReveal = Phrase(
    "Name the fields with --fields, or use `ecluse reveal`.",
    "Nommez les champs par --fields, ou prenez `ecluse reveal`.")
  package static let useWithhold = Phrase(
    "Name them too, name the fields with --fields, or use `ecluse withhold`.",
    "Nommez-les aussi, nommez les champs par --fields, ou prenez `ecluse withhold`.")
  package static let othersKeepTheirs = Phrase(
    "Other revisions still have a body: {0} (--revision).",
    "D’autres révisions ont encore un corps : {0} (--revision).")
  package static let disposedNow = Phrase(
    "The body of {0}, revision {1}, is erased.",
    "Le corps de {0}, révision {1}, est effacé.")
  package static let helpLedgerShow = Phrase(
    "Show where a log stands, who may speak, or what it has of one thing.",
    "Montrer où en est un journal, qui peut parler, ou ce qu’il a d’une chose.")
  package static let helpPolicyFlag = Phrase(
    "Who may say what.",
    "Qui peut dire quoi.")
  package static let labelLog = Phrase(
    "log",
    "journal")
  package static let labelVerifierKey = Phrase(
    "verifier key",
    "clé de vérification")
  package static let labelLeaves = Phrase(
    "leaves",
    "feuilles")
  package static let labelRoot = Phrase(
    "root",
    "racine")
  package static let labelLastTick = Phrase(
    "last tick",
    "dernier tic")
  package static let labelKeys = Phrase(
    "keys",
    "clés")
  package static let labelOpenings = Phrase(
    "openings",
    "ouvertures")
  package static let labelBytes = Phrase(
    "bytes on disk",
    "octets sur disque")
  package static let saidBy = Phrase(
    "said by {0}, leaf {1}, {2}",
    "dit par {0}, feuille {1}, {2}")
  package static let bodyWithheld = Phrase(
    "the body is withheld from this viewer, or was never handed over",
    "le corps est réservé, ou ne fut jamais remis")
  package static let fieldWithheld = Phrase(
    "withheld, or never handed over",
    "réservé, ou jamais remis")
  package static let helpLedgerProve = Phrase(
    "Make a proof that anybody can check without the ledger.",
    "Faire une preuve que chacun peut vérifier sans le registre.")
  package static let helpShownFields = Phrase(
    "Which fields of the body the proof shows, between commas; absent, all that its reader may see.",
    "Quels champs du corps montre la preuve, entre virgules ; absent, tous ceux que son lecteur peut voir.")
  package static let helpShownTo = Phrase(
    "For whom the proof is: public, or a party. Absent: public, or whoever is handed the named fields.",
    "Pour qui est la preuve : public, ou une partie. Absent : public, ou qui reçoit les champs nommés.")
  package static let shownBeyondPublic = Phrase(
    "The proof shows what not everyone may read: {0}.",
    "La preuve montre ce que tous ne peuvent pas lire : {0}.")
  package static let noFieldShown = Phrase(
    "The body has no field {0} that the proof could show.",
    "Le corps n’a pas de champ {0} que la preuve puisse montrer.")
  package static let bodyWithheldOn = Phrase(
    "body withheld, on the ground: “{0}”",
    "corps réservé, au titre : « {0} »")
  package static let fieldWithheldOn = Phrase(
    "withheld, on the ground: “{0}”",
    "réservé, au titre : « {0} »")
  package static let bodyErasedOn = Phrase(
    "body erased, on the ground: “{0}”",
    "corps effacé, au titre : « {0} »")
  package static let fieldErasedOn = Phrase(
    "erased, on the ground: “{0}”",
    "effacé, au titre : « {0} »")
  package static let nothingOfParty = Phrase(
    "The dossier has no record of {0}, whose key it is.",
    "Le dossier n’a aucun énoncé de {0}, dont c’est la clé.")
  package static let takeKeyOfParty = Phrase(
    "Take the key of the party that the dossier names.",
    "Prenez la clé de la partie que nomme le dossier.")
  package static let helpSigned = Phrase(
    "The file to write: signed statements, whole or not at all.",
    "Le fichier à écrire : des déclarations signées, en entier ou pas du tout.")
  package static let saidByOther = Phrase(
    "said by {0}, another party than the key’s",
    "dit par {0}, une autre partie que celle de la clé")
  package static let signedUnseen = Phrase(
    "signed without being shown: {0}",
    "signé sans être montré : {0}")
  package static let bodyUnseen = Phrase(
    "a body is signed without being shown",
    "un corps est signé sans être montré")
  package static let signedAlready = Phrase(
    "signed already, not checked here, by the keys {0}",
    "déjà signé, sans vérification ici, par les clés {0}")
  package static let noFieldNamed = Phrase(
    "No field is named.",
    "Aucun champ n’est nommé.")
  package static let leaveOutForAll = Phrase(
    "Name fields, or leave the option out for the whole body.",
    "Nommez des champs, ou omettez l’option pour tout le corps.")
  package static let noGround = Phrase(
    "A ground is needed: it is public, and says why.",
    "Il faut un motif : il est public, et dit pourquoi.")
  package static let fieldsNotShown = Phrase(
    "The proof does not show these fields of the body: {0}.",
    "La preuve ne montre pas ces champs du corps : {0}.")
  package static let helpLedgerCheckpoint = Phrase(
    "Print the signed checkpoint.",
    "Écrire le point de contrôle signé.")
  package static let helpLedgerTiles = Phrase(
    "Write the log as files that a web server can serve and others verify.",
    "Écrire le journal en fichiers qu’un serveur web peut servir et d’autres vérifier.")
  package static let helpTilesOut = Phrase(
    "The folder to write to.",
    "Le dossier où écrire.")
  package static let tilesWritten = Phrase(
    "{0} leaves in {1}. The verifier key of the log:\n{2}",
    "{0} feuilles dans {1}. La clé de vérification du journal :\n{2}")
  package static let helpLedgerVerify = Phrase(
    "Check that a log is what its checkpoint says.",
    "Vérifier qu’un journal est ce que dit son point de contrôle.")
  package static let helpSeenCheckpoint = Phrase(
    "A checkpoint seen before, with which the log must agree.",
    "Un point de contrôle vu auparavant, avec lequel le journal doit s’accorder.")
  package static let ledgerVerified = Phrase(
    "The log {0} is what its checkpoint of {1} leaves says.",
    "Le journal {0} est ce que dit son point de contrôle de {1} feuilles.")
  package static let helpLedgerFsck = Phrase(
    "Go through everything once more: leaves, signatures, decisions, tiles, bodies, tables.",
    "Tout reprendre : feuilles, signatures, décisions, tuiles, corps, tables.")
  package static let helpLedgerReplay = Phrase(
    "Unfold the tables once more and compare them.",
    "Déplier les tables une fois de plus et les comparer.")
  package static let atLeaf = Phrase(
    "leaf {0}: ",
    "feuille {0} : ")
  package static let auditDone = Phrase(
    "{0} leaves, {1} signatures, {2} faults",
    "{0} feuilles, {1} signatures, {2} défauts")
  package static let replayDone = Phrase(
    "{0} leaves, {1} openings, {2} faults",
    "{0} feuilles, {1} ouvertures, {2} défauts")
  package static let helpLedgerStats = Phrase(
    "How much a ledger holds.",
    "Combien un registre contient.")
  package static let helpLedgerExport = Phrase(
    "Write what a viewer may see, as signed statements.",
    "Écrire ce qu’un lecteur peut voir, en déclarations signées.")
  package static let kindsUnread = Phrase(
    "Kind {0}: {1} records of a kind that this version does not know; what they name counts as unknown.",
    "Genre {0} : {1} énoncés d’un genre que cette version ne connaît pas ; ce qu’ils nomment compte comme inconnu."
  )
  package static let viewerOfLedger = Phrase(
    "A viewer is asked of a ledger; none is named.",
    "Un lecteur se demande d’un registre ; aucun n’est nommé.")
  package static let dossierOrLedger = Phrase(
    "A dossier and a ledger are named; one is read.",
    "Un dossier et un registre sont nommés ; on en lit un.")
  package static let helpVerifyFile = Phrase(
    "Check anything that Écluse gave out, and say what it shows.",
    "Vérifier tout ce qu’Écluse a remis, et dire ce que cela montre.")
  package static let helpVerifyMore = Phrase(
    "Exit code 0: who says it, and that it is so, is shown. 1: it is not, or the facts here give another answer. 65: it is malformed, or a signature, a seal or a proof in it does not hold.",
    "Code 0 : qui le dit, et qu’il en est ainsi, est montré. 1 : ce ne l’est pas, ou les faits d’ici donnent une autre réponse. 65 : mal formé, ou une signature, un sceau ou une preuve n’y tient pas."
  )
  package static let helpAnything = Phrase(
    "A proof, a checkpoint, statements, an answer in JSON, a page.",
    "Une preuve, un point de contrôle, des déclarations, une réponse en JSON, une page.")
  package static let helpTrustPolicy = Phrase(
    "Which logs and witnesses are trusted (C2SP tlog-policy).",
    "À quels journaux et témoins on se fie (C2SP tlog-policy).")
  package static let isShown = Phrase(
    "This is shown.",
    "Ceci est montré.")
  package static let isNotShown = Phrase(
    "This is not shown to be so.",
    "Il n’est pas montré qu’il en est ainsi.")
  package static let isWrong = Phrase(
    "This is wrong.",
    "Ceci est faux.")
  package static let notChecked = Phrase(
    "Not checked:",
    "Non vérifié :")
  package static let inLog = Phrase(
    "It is in the log {0}, as leaf {1} of {2}.",
    "L’énoncé est dans le journal {0}, feuille {1} sur {2}.")
  package static let notInLog = Phrase(
    "It is not in the log {0}.",
    "L’énoncé n’est pas dans le journal {0}.")
  package static let atLogTime = Phrase(
    "By the log’s time it was recorded at {0} or after.",
    "À l’heure du journal, il fut enregistré le {0} ou après.")
  package static let witnessed = Phrase(
    "The witness {0} saw the log so at {1}.",
    "Le témoin {0} a vu le journal ainsi à {1}.")
  package static let logNotTrusted = Phrase(
    "Whether this is a log that you trust: give --policy FILE.",
    "Si c’est un journal auquel vous vous fiez : donnez --policy FICHIER.")
  package static let unwitnessed = Phrase(
    "Whether others see the same log: no witness signed it.",
    "Si d’autres voient le même journal : aucun témoin ne l’a signé.")
  package static let timeNotShown = Phrase(
    "When it was recorded.",
    "Quand elle fut enregistrée.")
  package static let keyNotShown = Phrase(
    "Whose the key {0} is.",
    "De qui est la clé {0}.")
  package static let issuerNotShown = Phrase(
    "Whether {0} signed it: no key of that party is shown.",
    "Si {0} l’a signée : aucune clé de cette partie n’est montrée.")
  package static let revocationNotShown = Phrase(
    "Whether a key was revoked before: the log refuses such statements, and `ecluse ledger fsck` goes through its decisions.",
    "Si une clé fut révoquée avant : le journal refuse de telles déclarations, et `ecluse ledger fsck` reprend ses décisions."
  )
  package static let checkpointOf = Phrase(
    "A checkpoint of the log {0} with {1} leaves.",
    "Un point de contrôle du journal {0} à {1} feuilles.")
  package static let noLedgerHere = Phrase(
    "Whose the keys are, and whether it is in a log: give --ledger FOLDER.",
    "De qui sont les clés, et si elle est dans un journal : donnez --ledger DOSSIER.")
  package static let policyNotUsed = Phrase(
    "A trust policy is for proofs and checkpoints; this is something else, and it would not be looked at.",
    "Une politique de confiance sert aux preuves et aux points de contrôle ; ceci est autre chose, et elle ne serait pas lue."
  )
  package static let severalLogs = Phrase(
    "Its answers are of several states of a log.",
    "Ses réponses sont de plusieurs états d’un journal.")
  package static let answersHidden = Phrase(
    "Whether {0} answers are so: bodies on which they rest are withheld from this reader, or erased; their seals are in the log.",
    "Si {0} réponses sont exactes : des corps sur lesquels elles reposent sont réservés à d’autres lecteurs, ou effacés ; leurs sceaux sont dans le journal."
  )
  package static let answersForLess = Phrase(
    "Whether {0} answers are so: they were made for somebody who sees less; give --viewer as they did.",
    "Si {0} réponses sont exactes : elles furent faites pour qui voit moins ; donnez --viewer comme alors.")
  package static let factsNotHere = Phrase(
    "Whether {0} answers are so: the facts here give others, and what they were made from is not here; give the dossier, or --ledger FOLDER.",
    "Si {0} réponses sont exactes : les faits d’ici en donnent d’autres, et ce d’où elles furent faites n’est pas ici ; donnez le dossier, ou --ledger DOSSIER."
  )
  package static let pageFactsNotHere = Phrase(
    "Whether the page is so: the facts here give another, and what it was made from is not here; give the dossier, or --ledger FOLDER.",
    "Si la page est exacte : les faits d’ici en donnent une autre, et ce d’où elle fut faite n’est pas ici ; donnez le dossier, ou --ledger DOSSIER."
  )
  package static let answersForOther = Phrase(
    "Whether {0} accounts are so: they were made for another reader; give --viewer, or leave it out, as they did.",
    "Si {0} comptes sont exacts : ils furent faits pour un autre lecteur ; donnez --viewer, ou omettez-le, comme alors."
  )
  package static let ofOtherLedger = Phrase(
    "It speaks of the log “{0}”; the ledger here is that of {1}.",
    "Il parle du journal « {0} » ; le registre d’ici est celui de {1}.")
  package static let ofMoreLeaves = Phrase(
    "It speaks of the log with {0} leaves; the one here has {1}.",
    "Il parle du journal à {0} feuilles ; celui d’ici en a {1}.")
  package static let giveItsLedger = Phrase(
    "Give the ledger that it was made from, or a newer copy of it.",
    "Donnez le registre dont il fut tiré, ou une copie plus récente.")
  package static let pageOfHolder = Phrase(
    "Whether the page is so: it was made for who holds the ledger; leave --viewer out.",
    "Si la page est exacte : elle fut faite pour qui tient le registre ; omettez --viewer.")
  package static let pageOfViewer = Phrase(
    "Whether the page is so: it was made for the viewer “{0}”; give --viewer as then.",
    "Si la page est exacte : elle fut faite pour le lecteur « {0} » ; donnez --viewer comme alors.")
  package static let notUsedHere = Phrase(
    "It is for answers and pages; this is something else, and it would not be looked at.",
    "Cela sert aux réponses et aux pages ; ceci est autre chose, et cela ne serait pas lu.")
  package static let logNotCompared = Phrase(
    "Whether the log that it names is so: give --ledger FOLDER.",
    "Si le journal qu’elle nomme est bien tel : donnez --ledger DOSSIER.")
  package static let noStatementInIt = Phrase(
    "There is no statement in it.",
    "Il n’y a aucune déclaration dedans.")
  package static let bodiesAdded = Phrase(
    "Statements that were there without it have more of their body now: {0}.",
    "Déclarations qui étaient là sans lui et dont le corps est maintenant plus complet : {0}.")
  package static let planErased = Phrase(
    "erased here from their body, and not taken in again: {0}",
    "effacés ici de leur corps, et non repris : {0}")
  package static let planCompleted = Phrase(
    "there without their body, which is added: {0}",
    "là sans leur corps, qui est ajouté : {0}")
  package static let logSeenBefore = Phrase(
    "A log of that name was seen here before; another past of it would be refused.",
    "Un journal de ce nom fut déjà vu ici ; un autre passé en serait refusé.")
  package static let badOrigin = Phrase(
    "“{0}” cannot name a log: a name is not empty and has no space, no plus sign and no control character.",
    "« {0} » ne peut nommer un journal : un nom n’est pas vide et n’a ni espace, ni signe plus, ni caractère de commande."
  )
  package static let chooseLogName = Phrase(
    "Take an address without scheme, such as log.example.org/ecluse.",
    "Prenez une adresse sans schéma, comme log.example.org/ecluse.")
  package static let chooseOrigin = Phrase(
    "Choose another name, or remove {0} if that log is gone for good.",
    "Choisissez un autre nom, ou supprimez {0} si ce journal n’est plus.")
  package static let personSteers = Phrase(
    "“{0}” holds signs that do not show or that steer a terminal.",
    "« {0} » contient des signes qui ne se voient pas ou qui commandent un terminal.")
  package static let otherAnswers = Phrase(
    "Answers that are not what the facts here give: {0}.",
    "Réponses qui ne sont pas celles que donnent les faits d’ici : {0}.")
  package static let answersMade = Phrase(
    "Answers made again from the facts here and compared byte by byte: {0}.",
    "Réponses refaites d’après les faits d’ici et comparées octet par octet : {0}.")
  package static let pageDiffers = Phrase(
    "The page is not what the facts here give.",
    "La page n’est pas celle que donnent les faits d’ici.")
  package static let pageOf = Phrase(
    "A page of {0}, made again from the facts here and compared byte by byte. It names this command: {1}",
    "Une page du {0}, refaite d’après les faits d’ici et comparée octet par octet. Elle nomme cette commande : {1}"
  )
  package static let nobodySigned = Phrase(
    "Who made this answer: nobody signed it; anybody can make it from the same facts.",
    "Qui a fait cette réponse : personne ne l’a signée ; chacun peut la faire des mêmes faits.")
  package static let factsUnsigned = Phrase(
    "Who says the facts: they were read from files, not from a log.",
    "Qui dit les faits : ils furent lus de fichiers, non d’un journal.")
  package static let factsFromLog = Phrase(
    "Its facts are signed in the log {0} of {1} leaves.",
    "Ses faits sont signés dans le journal {0} à {1} feuilles.")
  package static let fieldsShown = Phrase(
    "Shown, each checked against the seal: {0}.",
    "Montrés, chacun vérifié contre le sceau : {0}.")
  package static let bodyNotShown = Phrase(
    "Its body is withheld, or was never handed over.",
    "Son corps est réservé, ou ne fut jamais remis.")
  package static let bodyNotShownFor = Phrase(
    "Its body is withheld on the ground: “{0}”.",
    "Son corps est réservé au titre : « {0} ».")
  package static let bodyErasedFor = Phrase(
    "Its body is erased, on the ground: “{0}”.",
    "Son corps est effacé, au titre : « {0} ».")
  package static let fieldErasedFor = Phrase(
    "Erased: {0}, on the ground: “{1}”.",
    "Effacé : {0}, au titre : « {1} ».")
  package static let fieldNotShown = Phrase(
    "Not shown here: {0}.",
    "Non montré ici : {0}.")
  package static let fieldNotShownFor = Phrase(
    "Withheld: {0}, on the ground: “{1}”.",
    "Réservé : {0}, au titre : « {1} ».")
  package static let saysUnsigned = Phrase(
    "It says of itself: {0} about {1}, revision {2}.",
    "Elle dit d’elle-même : {0} à propos de {1}, révision {2}.")
  package static let saysSigned = Phrase(
    "{0} says it about {1}, revision {2}; signed by {3}.",
    "{0} le dit à propos de {1}, révision {2} ; signé par {3}.")
  package static let noQuestion = Phrase(
    "The page does not say which question it answers.",
    "La page ne dit pas à quelle question elle répond.")
  package static let noPage = Phrase(
    "The page could not be made.",
    "La page n’a pu être faite.")
  package static let noKeyNamed = Phrase(
    "A dossier is recorded with the key of its party; none is named.",
    "Un dossier s’enregistre avec la clé de sa partie ; aucune n’est nommée.")
  package static let nameKey = Phrase(
    "Give --key FILE.",
    "Donnez --key FICHIER.")
  package static let nothingOfThatName = Phrase(
    "The ledger has nothing of the name {0}.",
    "Le registre n’a rien du nom {0}.")
  package static let seeExport = Phrase(
    "Names are written namespace:name; `ecluse ledger export` lists what there is.",
    "Les noms s’écrivent espace:nom ; `ecluse ledger export` donne ce qu’il y a.")
}
