/// What is said of files of others, read and written.
extension Phrase {
  package static let csvEmpty = Phrase(
    "the table has no first row with names of columns",
    "le tableau n’a pas de première ligne de noms de colonnes")
  package static let csvColumnTwice = Phrase(
    "the column {0} has no name or is there twice", "la colonne {0} n’a pas de nom ou y est deux fois")
  package static let csvShifted = Phrase(
    "the row has {0} fields where the first has {1}", "la ligne a {0} champs, la première {1}")
  package static let csvTooWide = Phrase("the row has more than {0} fields", "la ligne a plus de {0} champs")
  package static let csvAfterQuote = Phrase(
    "something stands after a closing quote", "quelque chose suit un guillemet fermant")
  package static let csvOpenQuote = Phrase("a quote is not closed", "un guillemet n’est pas fermé")
  package static let csvNotUTF8 = Phrase("the text is not UTF-8", "le texte n’est pas en UTF-8")
}
