/// What can come of asking a witness.
extension Phrase {
  package static let witnessIsAhead = Phrase(
    "The witness has seen {0} leaves of the log; this copy has {1}.",
    "Le témoin a vu {0} feuilles du journal ; cette copie en a {1}.")
  package static let witnessMoved = Phrase(
    "The witness saw {0} leaves meanwhile; somebody else asks it too.",
    "Le témoin a vu {0} feuilles entre-temps ; un autre le sollicite aussi.")
  package static let witnessRefused = Phrase(
    "The witness does not cosign: it answers {0}.", "Le témoin ne contresigne pas : il répond {0}.")
  package static let witnessUnreachable = Phrase(
    "The witness cannot be reached: {0}.", "Le témoin ne peut être joint : {0}.")
  package static let helpWitnesses = Phrase(
    "Ask the witnesses of this trust policy to cosign it, keep what they sign, and check the quorum.",
    "Demander aux témoins de cette politique de le contresigner, garder ce qu’ils signent, et vérifier le quorum."
  )
}
