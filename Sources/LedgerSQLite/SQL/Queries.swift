/// The SQL that both engines understand. Places are numbered, `?1`.
enum Queries {
  // The head of a log is replaced only where it is the one that the writer believes it is: the size and the root are compared.
  static let firstHead = """
    INSERT INTO head (one, size, root, time, checkpoint) VALUES (1, ?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
    """
  static let nextHead = """
    UPDATE head SET size = ?1, root = ?2, time = ?3, checkpoint = ?4 WHERE one = 1 AND size = ?5 AND root = ?6
    """
  static let head = "SELECT size, root, time, checkpoint FROM head WHERE one = 1"

  static let addLeaf = "INSERT INTO leaf (idx, entry) VALUES (?1, ?2)"
  static let leaves = "SELECT idx, entry FROM leaf WHERE idx >= ?1 AND idx < ?2 ORDER BY idx"

  static let setTile = """
    INSERT INTO tile (level, n, hashes) VALUES (?1, ?2, ?3)
    ON CONFLICT (level, n) DO UPDATE SET hashes = excluded.hashes
    """
  static let tile = "SELECT hashes FROM tile WHERE level = ?1 AND n = ?2"

  static let addStatement = """
    INSERT INTO statement (leaf, kind, id, revision, issuer, time, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
  static let addMention = "INSERT INTO mention (leaf, field, id) VALUES (?1, ?2, ?3)"
  static let addOpening = """
    INSERT INTO opening (leaf, field, issuer, readers, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
    """

  static let setReaders = "UPDATE opening SET readers = ?1 WHERE leaf = ?2"
  static let setReadersOfField = "UPDATE opening SET readers = ?1 WHERE leaf = ?2 AND field = ?3"

  // What the head mentions stays: its field is the empty one.
  static let eraseOpenings = "DELETE FROM opening WHERE leaf = ?1"
  static let eraseOpening = "DELETE FROM opening WHERE leaf = ?1 AND field = ?2"
  static let eraseMentions = "DELETE FROM mention WHERE leaf = ?1 AND field <> ''"
  static let eraseMentionsOfField = "DELETE FROM mention WHERE leaf = ?1 AND field = ?2 AND field <> ''"

  static let statementColumns = "SELECT leaf, kind, id, revision, issuer, time, payload FROM statement"

  static let latest =
    statementColumns + " WHERE id = ?1 AND leaf < ?2 ORDER BY revision DESC, leaf DESC LIMIT 1"

  static let addCosignature =
    "INSERT INTO cosignature (size, line, digest) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
  static let cosignatures = "SELECT size, line, digest FROM cosignature WHERE size = ?1 ORDER BY line"
  static let allCosignatures = "SELECT size, line, digest FROM cosignature"

  static let kinds = "SELECT kind, count(*) FROM statement GROUP BY kind ORDER BY kind"
  static let openingTotals =
    "SELECT count(*) FILTER (WHERE field <> ''), coalesce(sum(length(bytes)), 0) FROM opening"
}
