/// What the importer says of checkpoints.
extension Phrase {
  package static let checkpointHeader = Phrase(
    "Written by `ecluse import hf-checkpoint`. Complete it: who did it, when, where it is available.",
    "Écrit par `ecluse import hf-checkpoint`. Complétez-le : qui l’a fait, quand, où il est disponible.")
  package static let noCheckpoint = Phrase(
    "There is neither config.json nor adapter_config.json: this is no checkpoint.",
    "Il n’y a ni config.json ni adapter_config.json : ce n’est pas un point de reprise.")
  package static let nameCheckpoint = Phrase(
    "Name the folder that transformers wrote.", "Nommez le répertoire qu’a écrit transformers.")
  package static let checkpointWrite = Phrase(
    "Take the folder again once it is written to its end.",
    "Reprenez le répertoire une fois écrit jusqu’au bout.")
  package static let checkpointNoBase = Phrase(
    "No card names a base: whether there is one is not known.",
    "Aucune fiche ne nomme de base : on ignore s’il y en a une.")
  package static let checkpointAddBase = Phrase(
    "Add what it came from under `uses`, or `complete: [uses]` if it came from nothing.",
    "Ajoutez d’où il vient sous `uses`, ou `complete: [uses]` s’il ne vient de rien.")
  package static let checkpointWeightsCut = Phrase(
    "{0} is not whole, or no safetensors file: its parameters were not counted.",
    "{0} n’est pas entier, ou n’est pas un fichier safetensors : ses paramètres n’ont pas été comptés.")
  package static let checkpointShards = Phrase(
    "These files of weights are not there: {0}.", "Ces fichiers de poids n’y sont pas : {0}.")
  package static let checkpointNoWeights = Phrase(
    "There are no weights in safetensors: parameters are not known.",
    "Il n’y a pas de poids en safetensors : les paramètres sont inconnus.")
  package static let checkpointAddParameters = Phrase(
    "Add `parameters` to the model.", "Ajoutez `parameters` au modèle.")
  package static let checkpointOtherBase = Phrase(
    "The card names {0} as base, the configuration {1}: the card was taken.",
    "La fiche nomme {0} comme base, la configuration {1} : la fiche fut prise.")
  package static let checkpointRelation = Phrase(
    "{0} is no relation to a base: finetune, adapter, merge or quantized.",
    "{0} n’est pas une relation à une base : finetune, adapter, merge ou quantized.")
  package static let checkpointNoRelation = Phrase(
    "The card does not say how it came from its base: taken for {0}.",
    "La fiche ne dit pas comment il vient de sa base : pris pour {0}.")
  package static let checkpointContradicts = Phrase(
    "The relation is {0}, and the folder says otherwise ({1}): the relation was taken.",
    "La relation est {0}, et le répertoire dit autre chose ({1}) : la relation fut prise.")
  package static let checkpointUnknownBase = Phrase(
    "The public record knows no {0}: it became {1}, whose compute is not known.",
    "Le registre public ne connaît pas {0} : il devint {1}, dont le calcul est inconnu.")
  package static let checkpointManyBases = Phrase(
    "{0} may be any of {1}: none was taken, and it became {2}.",
    "{0} peut être l’un de {1} : aucun ne fut pris, et il devint {2}.")
  package static let checkpointNoState = Phrase(
    "There is no trainer_state.json: nothing says how much was computed.",
    "Il n’y a pas de trainer_state.json : rien ne dit combien fut calculé.")
  package static let checkpointAddCompute = Phrase(
    "Add an estimate under `compute`.", "Ajoutez une estimation sous `compute`.")
  package static let checkpointNoFLOP = Phrase(
    "total_flos is missing or zero: nothing says how much was computed.",
    "total_flos manque ou vaut zéro : rien ne dit combien fut calculé.")
  package static let checkpointNoUpper = Phrase(
    "total_flos leaves out embeddings, and without whole weights nothing bounds it above.",
    "total_flos omet les plongements, et sans poids entiers rien ne le borne par le haut.")
}
