/// The questions of a new dossier.
extension Phrase {
  package static let helpNew = Phrase(
    "Ask the few questions that matter, and write a first dossier.",
    "Pose les quelques questions qui comptent, et écrit un premier dossier.")
  package static let helpNewMore = Phrase(
    "An empty answer leaves a fact unknown. Answers may come from a file, one a line. Nothing is written before the last one.",
    "Une réponse vide laisse un fait inconnu. Les réponses peuvent venir d’un fichier, une par ligne. Rien n’est écrit avant la dernière."
  )
  package static let helpNewFile = Phrase(
    "The file to write; it must not be there yet.", "Le fichier à écrire ; il ne doit pas exister encore.")
  package static let newWho = Phrase(
    "Who are you? (the name of the company)", "Qui êtes-vous ? (le nom de la société)")
  package static let newNeeded = Phrase("A name is needed:", "Il faut un nom :")
  package static let newSeat = Phrase("Where is its seat? (FR, US-CA …)", "Où est son siège ? (FR, US-CA…)")
  package static let newBusiness = Phrase(
    "Where does it do business? (FR,DE,US-CA …)", "Où a-t-elle des affaires ? (FR,DE,US-CA…)")
  package static let newWhat = Phrase("What do you do?", "Que faites-vous ?")
  package static let newTrained = Phrase("train a model from nothing", "entraîner un modèle à partir de rien")
  package static let newModified = Phrase("modify a model of somebody else", "modifier le modèle d’un autre")
  package static let newOffered = Phrase(
    "offer a model of somebody else as it is", "offrir le modèle d’un autre tel quel")
  package static let newModel = Phrase("What is the model called?", "Comment s’appelle le modèle ?")
  package static let newBase = Phrase(
    "Which model, as the public record names it? (llama-3.1-405b; empty: another)",
    "Quel modèle, comme le nomme le registre public ? (llama-3.1-405b ; vide : un autre)")
  package static let newBaseName = Phrase("What is that model called?", "Comment s’appelle ce modèle ?")
  package static let newBaseComment = Phrase(
    "A model that the public record does not know: its compute is unknown until somebody adds an activity that produced it.",
    "Un modèle que le registre public ignore : son calcul est inconnu tant que nul n’ajoute une activité qui l’a produit."
  )
  package static let newGenerates = Phrase("What does the model generate?", "Que produit le modèle ?")
  package static let newFrom = Phrase(
    "When did its training begin? (2026-03-01)", "Quand son entraînement a-t-il commencé ? (2026-03-01)")
  package static let newTo = Phrase("When did or will it end?", "Quand a-t-il pris ou prendra-t-il fin ?")
  package static let newHardware = Phrase(
    "On what hardware? (64xH100; empty: a figure instead)",
    "Sur quel matériel ? (64xH100 ; vide : plutôt un chiffre)")
  package static let newHours = Phrase("For how many hours?", "Pendant combien d’heures ?")
  package static let newUtilisation = Phrase(
    "At which share of its peak? (0.41, or 0.35..0.45; empty: anything up to 1)",
    "À quelle part de sa pointe ? (0.41, ou 0.35..0.45 ; vide : tout jusqu’à 1)")
  package static let newFLOP = Phrase(
    "How many operations in all? (2.2e22)", "Combien d’opérations en tout ? (2.2e22)")
  package static let newNoCompute = Phrase(
    "Nothing says how much was computed: add an estimate under `compute`.",
    "Rien ne dit combien fut calculé : ajoutez une estimation sous `compute`.")
  package static let newWhere = Phrase(
    "Where is it available? (FR,DE; empty: nowhere yet)",
    "Où est-il disponible ? (FR,DE ; vide : nulle part encore)")
  package static let newAccess = Phrase("How is it reached?", "Comment y accède-t-on ?")
  package static let newSince = Phrase("Since when?", "Depuis quand ?")
  package static let newHeader = Phrase(
    "Written by `ecluse new`. What is not here is unknown, not absent: add what you know. `ecluse kinds` lists what may stand here.",
    "Écrit par `ecluse new`. Ce qui n’est pas ici est inconnu, non absent : ajoutez ce que vous savez. `ecluse kinds` dit ce qui peut y être."
  )
  package static let newWritten = Phrase(
    "{0} is written. Next: ecluse assess on its folder.",
    "{0} est écrit. Ensuite : ecluse assess sur son répertoire.")
  package static let newExists = Phrase("The file is already there.", "Le fichier est déjà là.")
  package static let newOtherFile = Phrase("Name another file.", "Nommez un autre fichier.")
  package static let newUnanswered = Phrase("Nobody answers: {0}", "Nul ne répond : {0}")
  package static let newAnswerIt = Phrase(
    "Nothing was written; begin again, or give the answers one a line.",
    "Rien ne fut écrit ; recommencez, ou donnez les réponses une par ligne.")
}
