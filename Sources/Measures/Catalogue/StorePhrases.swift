/// What can be wrong with the store of a ledger, and what to do.
extension Phrase {
  package static let storeFailed = Phrase(
    "The database engine failed: {0}.",
    "Le moteur de base de données a échoué : {0}.")
  package static let storeTryAgain = Phrase(
    "Look at the disk and at what the system says of it, then try again; what was refused is not kept.",
    "Voyez le disque et ce que le système en dit, puis recommencez ; ce qui fut refusé n’est pas gardé.")
  package static let storeDamaged = Phrase(
    "The database cannot be right: {0}.",
    "La base de données ne peut être juste : {0}.")
  package static let storeDamagedValue = Phrase(
    "“{0}” holds what it cannot hold",
    "« {0} » contient ce qu’il ne peut contenir")
  package static let storeOfOther = Phrase(
    "This is the database of another program.",
    "Ceci est la base de données d’un autre programme.")
  package static let storeNameFolder = Phrase(
    "Name the folder of a ledger.",
    "Nommez le dossier d’un registre.")
  package static let storeNewer = Phrase(
    "The ledger has the form {0}; this version of the program knows {1}.",
    "Le registre a la forme {0} ; cette version du programme connaît la {1}.")
  package static let storeFull = Phrase(
    "No room is left on the disk; nothing of this was kept.",
    "Il ne reste plus de place sur le disque ; rien de ceci n’est gardé.")
  package static let makeRoom = Phrase(
    "Make room, then try again.",
    "Faites de la place, puis recommencez.")
  package static let storeReadOnly = Phrase(
    "The ledger cannot be written: {0}.",
    "Le registre ne peut être écrit : {0}.")
  package static let storeOpenToRead = Phrase(
    "it was opened to be read",
    "il fut ouvert en lecture")
  package static let storeWhereWritable = Phrase(
    "Only read it here; to write, take the place and the user that may.",
    "Ne faites ici que le lire ; pour écrire, prenez le lieu et l’utilisateur qui le peuvent.")
  package static let storeMoved = Phrase(
    "The log does not end where its writer left it: somebody else appended, or this is an older copy.",
    "Le journal ne finit pas là où son auteur l’a laissé : un autre y a ajouté, ou ceci est une copie plus ancienne."
  )
  package static let storeOneWriter = Phrase(
    "Let one process append, and start it again.",
    "Qu’un seul processus ajoute, et relancez-le.")
  package static let storeHasWriter = Phrase(
    "Another process appends to this ledger.",
    "Un autre processus ajoute à ce registre.")
  package static let storeLetWriterEnd = Phrase(
    "Let it end, or ask it to append.",
    "Laissez-le finir, ou demandez-lui d’ajouter.")
  package static let storeInUse = Phrase(
    "Another process is using the database.",
    "Un autre processus se sert de la base de données.")
  package static let storeLetUsersEnd = Phrase(
    "Let it end, then try again.",
    "Laissez-le finir, puis recommencez.")
  package static let storeExposed = Phrase(
    "Others may write the folder or a file of the ledger.",
    "D’autres peuvent écrire le dossier ou un fichier du registre.")
  package static let storeIsLink = Phrase(
    "It is a link, or no regular file.",
    "C’est un lien, ou ce n’est pas un fichier ordinaire.")
  package static let storeOfOtherUser = Phrase(
    "It belongs to another user.",
    "Il appartient à un autre utilisateur.")
  package static let storeClose = Phrase(
    "Take the right to write it from others: `chmod go-w {0}`.",
    "Retirez aux autres le droit de l’écrire : `chmod go-w {0}`.")
  package static let storeOwn = Phrase(
    "Put the ledger into a folder of your own, as files of your own.",
    "Mettez le registre dans un dossier à vous, en fichiers à vous.")
  package static let storeBatchDiffers = Phrase(
    "The batch contradicts itself or what is kept: {0}.",
    "Le lot se contredit ou contredit ce qui est gardé : {0}.")
  package static let storeReport = Phrase(
    "Please report this: it is a mistake of the program. Nothing was kept.",
    "Veuillez le signaler : c’est une erreur du programme. Rien n’est gardé.")
  package static let storeBadParty = Phrase(
    "“{0}” is not the name of a party.",
    "« {0} » n’est pas le nom d’une partie.")
  package static let storePartyNames = Phrase(
    "Names have lower-case letters, digits and hyphens, and begin with a letter.",
    "Les noms ont des lettres minuscules, des chiffres et des traits d’union, et commencent par une lettre.")
}
