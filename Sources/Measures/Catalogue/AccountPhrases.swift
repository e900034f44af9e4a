/// Why a computation counts or does not, and what a reader of totals must know.
extension Phrase {
  package static let producesSubject = Phrase("produces the model", "produit le modèle")
  package static let ofState = Phrase("{0}, at completion: {1}", "{0}, une fois achevé : {1}")
  package static let enteredAs = Phrase(
    "{0} of {2}, through {1}", "entre dans {2} par {1} : {0}")
  package static let presumedInto = Phrase(
    "presumed to enter {0}: same environment, earlier",
    "présumé entrer dans {0} : même environnement, plus tôt")
  package static let notPresumed = Phrase(
    "only a presumed link, which this convention does not count",
    "seulement un lien présumé, que cette convention ne compte pas")
  package static let roleNotCounted = Phrase(
    "not counted in this role: {0}", "non compté dans ce rôle : {0}")
  package static let kindNotCounted = Phrase(
    "this kind of activity is not counted: {0}", "ce genre d’activité n’est pas compté : {0}")
  package static let attributeNeeded = Phrase(
    "{0}: counts only where {1} is {2}", "{0} : ne compte que si {1} est {2}")
  package static let humanBreak = Phrase(
    "cut by a reviewed human break", "coupé par une coupure humaine relue")
  package static let otherActor = Phrase("done by another actor", "fait par un autre acteur")
  package static let thirdPartyBase = Phrase(
    "a base of another actor, which this convention does not count",
    "une base d’un autre acteur, que cette convention ne compte pas")
  package static let behindUncounted = Phrase("reached only through {0}", "atteint seulement par {0}")
  package static let unknownActivity = Phrase(
    "Nobody recorded the computation behind {0}: it has no upper bound.",
    "Personne n’a consigné le calcul derrière {0} : il n’a pas de borne haute.")
  package static let hiddenActivity = Phrase(
    "What {0} computed is withheld, withdrawn or in doubt: it has no upper bound here.",
    "Le calcul de {0} est réservé, retiré ou douteux : il n’a pas de borne haute ici.")
  package static let noEstimate = Phrase(
    "{0} has no estimate of its own compute: it has no upper bound.",
    "{0} n’a pas d’estimation de son calcul propre : il n’a pas de borne haute.")
  package static let methodsDiverge = Phrase(
    "{0}: “{1}” gives {2}, “{3}” {4}; the tolerance is {5} of the latter.",
    "{0} : « {1} » donne {2}, « {3} » {4} ; la tolérance est de {5} du second chiffre.")
  package static let percent = Phrase("{0}%", "{0} %")
  package static let lookAlike = Phrase(
    "These names look alike and nobody has joined them: {0}.",
    "Ces noms se ressemblent et personne ne les a joints : {0}.")
  package static let joinedDiffer = Phrase(
    "These names are joined, but what is said of them differs ({1}): {0}. What binds more counts.",
    "Ces noms sont joints, mais ce qui en est dit diffère ({1}) : {0}. Ce qui engage le plus compte.")
  package static let joinedByOne = Phrase(
    "{0} is joined with {1} by its own side alone: {1} counts for it, and not the other way. The owner of {1} has to say so too; for a name of the public record that is the party that did the computation, once it has joined its own name there, or an authority where nobody is said to have done it.",
    "{0} n’est joint à {1} que de son propre côté : {1} compte pour lui, et non l’inverse. Le détenteur de {1} doit le dire aussi ; pour un nom du registre public, c’est la partie qui a fait le calcul, une fois qu’elle y a joint son propre nom, ou une autorité si personne n’est dit l’avoir fait."
  )
  package static let joinedRunsApart = Phrase(
    "These computations made models that are one, and nothing says which of them are the same: {0}. All count. Join those that are the same with same-as.",
    "Ces calculs ont fait des modèles qui n’en sont qu’un, et rien ne dit lesquels sont les mêmes : {0}. Tous comptent. Joignez par same-as ceux qui sont les mêmes."
  )
  package static let joinedOwn = Phrase(
    "Their owner alone joins these computations of its own: {0}. They count as two until somebody else says so too.",
    "Seul leur détenteur joint ces calculs, qui sont tous siens : {0}. Ils comptent pour deux tant que nul autre ne le dit."
  )
  package static let joinedByOwner = Phrase(
    "Their owner alone joins these computations, and nothing else shows that they are one ({1}): {0}. They count as two until somebody else says so too.",
    "Seul leur détenteur joint ces calculs, et rien d’autre ne montre qu’ils n’en sont qu’un ({1}) : {0}. Ils comptent pour deux tant que nul autre ne le dit."
  )
  package static let differsFromPublic = Phrase(
    "{0} says {1}; the public record says {2}.", "{0} donne {1} ; le registre public, {2}.")
  package static let totalDiffers = Phrase(
    "A published total says {1}; the records give {0} ({2}).",
    "Un total publié donne {1} ; les énoncés, {0} ({2}).")
}
