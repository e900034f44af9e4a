extension Words {
  /// What the readers of JSON and YAML say of a mistake of syntax, by their English.
  static let syntax: [String: Phrase] = [
    "text after the document": Phrase("text after the document", "du texte suit le document"),
    "a key must be a string": Phrase("a key must be a string", "une clé doit être une chaîne"),
    "\":\" expected": Phrase("“:” expected", "« : » manque"),
    "\",\" or the end of the list expected": Phrase(
      "“,” or the end of the list expected", "« , » ou la fin de la liste manque"),
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
    "could not find expected directive name": Phrase(
      "could not find expected directive name", "un nom de directive manque"),
    "did not find URI escaped octet": Phrase(
      "did not find URI escaped octet", "un octet d’URI échappé manque"),
    "did not find expected '!'": Phrase(
      "did not find expected '!'", "« ! » manque"),
    "did not find expected <stream-start>": Phrase(
      "did not find expected <stream-start>", "le début du texte manque"),
    "did not find expected alphabetic or numeric character": Phrase(
      "did not find expected alphabetic or numeric character", "une lettre ou un chiffre manque"),
    "did not find expected comment or line break": Phrase(
      "did not find expected comment or line break", "un commentaire ou une fin de ligne manque"),
    "did not find expected digit or '.' character": Phrase(
      "did not find expected digit or '.' character", "un chiffre ou un point manque"),
    "did not find expected hexdecimal number": Phrase(
      "did not find expected hexdecimal number", "un nombre hexadécimal manque"),
    "did not find expected tag URI": Phrase(
      "did not find expected tag URI", "l’URI d’une étiquette manque"),
    "did not find expected version number": Phrase(
      "did not find expected version number", "un numéro de version manque"),
    "did not find expected whitespace or line break": Phrase(
      "did not find expected whitespace or line break", "un espace ou une fin de ligne manque"),
    "did not find expected whitespace": Phrase(
      "did not find expected whitespace", "un espace manque"),
    "did not find the expected '>'": Phrase(
      "did not find the expected '>'", "« > » manque"),
    "found a tab character that violates indentation": Phrase(
      "found a tab character that violates indentation", "une tabulation rompt l’indentation"),
    "found a tab character where an indentation space is expected": Phrase(
      "found a tab character where an indentation space is expected",
      "une tabulation tient lieu d’espace d’indentation"),
    "found an incorrect leading UTF-8 octet": Phrase(
      "found an incorrect leading UTF-8 octet", "un premier octet d’UTF-8 est faux"),
    "found an incorrect trailing UTF-8 octet": Phrase(
      "found an incorrect trailing UTF-8 octet", "un octet suivant d’UTF-8 est faux"),
    "found an indentation indicator equal to 0": Phrase(
      "found an indentation indicator equal to 0", "un indicateur d’indentation vaut 0"),
    "found duplicate %TAG directive": Phrase(
      "found duplicate %TAG directive", "la directive « %TAG » est en double"),
    "found duplicate %YAML directive": Phrase(
      "found duplicate %YAML directive", "la directive « %YAML » est en double"),
    "found extremely long version number": Phrase(
      "found extremely long version number", "un numéro de version est trop long"),
    "found incompatible YAML document": Phrase(
      "found incompatible YAML document", "la version de YAML n’est pas lue"),
    "found invalid Unicode character escape code": Phrase(
      "found invalid Unicode character escape code", "un échappement Unicode n’est pas valable"),
    "found unexpected ':'": Phrase(
      "found unexpected ':'", "« : » n’a pas sa place ici"),
    "found unexpected document indicator": Phrase(
      "found unexpected document indicator", "une marque de document n’a pas sa place ici"),
    "found unexpected non-alphabetical character": Phrase(
      "found unexpected non-alphabetical character", "un signe autre qu’une lettre n’a pas sa place ici"),
    "found unknown directive name": Phrase(
      "found unknown directive name", "une directive n’est pas connue"),
    "invalid Unicode character": Phrase(
      "invalid Unicode character", "un caractère Unicode n’est pas valable"),
    "invalid leading UTF-8 octet": Phrase(
      "invalid leading UTF-8 octet", "un premier octet d’UTF-8 n’est pas valable"),
    "invalid length of a UTF-8 sequence": Phrase(
      "invalid length of a UTF-8 sequence", "une suite d’UTF-8 a une fausse longueur"),
    "invalid trailing UTF-8 octet": Phrase(
      "invalid trailing UTF-8 octet", "un octet suivant d’UTF-8 n’est pas valable"),
    "unexpected low surrogate area": Phrase(
      "unexpected low surrogate area", "une demi-paire de substitution seule"),
  ]
}
