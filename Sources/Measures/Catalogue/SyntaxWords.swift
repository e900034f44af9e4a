extension Words {
  /// What the readers of JSON and YAML say of a mistake of syntax, by their English.
  static let syntax: [String: Phrase] = [
    "text after the document": Phrase("text after the document", "du texte suit le document"),
    "a key must be a string": Phrase("a key must be a string", "une clé doit être une chaîne"),
    "\":\" expected": Phrase("\":\" expected", "« : » manque"),
    "\",\" or the end of the list expected": Phrase(
      "\",\" or the end of the list expected", "« , » ou la fin de la liste manque"),
    "null stands for nothing here: leave the field out": Phrase(
      "null stands for nothing here: leave the field out", "null ne vaut rien ici : omettez le champ"),
    "unexpected text": Phrase("unexpected text", "texte inattendu"),
    "a string is not UTF-8": Phrase("a string is not UTF-8", "une chaîne n’est pas en UTF-8"),
    "a control character in a string": Phrase(
      "a control character in a string", "un caractère de commande dans une chaîne"),
    "a string does not end": Phrase("a string does not end", "une chaîne ne finit pas"),
    "a lone surrogate": Phrase("a lone surrogate", "une demi-paire de substitution seule"),
    "an unknown escape": Phrase("an unknown escape", "un échappement inconnu"),
    "four hexadecimal digits expected": Phrase(
      "four hexadecimal digits expected", "quatre chiffres hexadécimaux manquent"),
    "a key is not a text": Phrase("a key is not a text", "une clé n’est pas un texte"),
    "mapping values are not allowed in this context": Phrase(
      "mapping values are not allowed in this context", "une valeur après « : » n’a pas sa place ici"),
    "mapping keys are not allowed in this context": Phrase(
      "mapping keys are not allowed in this context", "une clé n’a pas sa place ici"),
    "block sequence entries are not allowed in this context": Phrase(
      "block sequence entries are not allowed in this context", "un tiret de liste n’a pas sa place ici"),
    "did not find expected key": Phrase(
      "did not find expected key", "une clé manque, souvent par l’indentation"),
    "did not find expected '-' indicator": Phrase(
      "did not find expected '-' indicator", "un tiret de liste manque, souvent par l’indentation"),
    "did not find expected ',' or ']'": Phrase("did not find expected ',' or ']'", "« , » ou « ] » manque"),
    "did not find expected ',' or '}'": Phrase("did not find expected ',' or '}'", "« , » ou « } » manque"),
    "could not find expected ':'": Phrase("could not find expected ':'", "« : » manque"),
    "did not find expected node content": Phrase("did not find expected node content", "une valeur manque"),
    "did not find expected <document start>": Phrase(
      "did not find expected <document start>", "le début d’un document manque"),
    "found character that cannot start any token": Phrase(
      "found character that cannot start any token", "un signe ne peut commencer rien, souvent une tabulation"
    ),
    "found unexpected end of stream": Phrase("found unexpected end of stream", "le texte finit trop tôt"),
    "found undefined alias": Phrase("found undefined alias", "un alias n’est pas défini"),
    "found undefined tag handle": Phrase("found undefined tag handle", "une étiquette n’est pas définie"),
    "found unknown escape character": Phrase("found unknown escape character", "un échappement inconnu"),
    "control characters are not allowed": Phrase(
      "control characters are not allowed", "un caractère de commande"),
  ]
}
