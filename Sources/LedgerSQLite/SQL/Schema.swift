/// The tables of a ledger in SQLite. PostgreSQL has the same ones, with its own words for the types.
enum Schema {
  /// The form of the tables; another form has another number.
  static let version: Int64 = 1

  /// Says in the file whose database it is: “Ecls” in ASCII.
  static let application: Int64 = 0x4563_6C73

  /// The bytes of a full tile, which never changes any more.
  private static let fullTile = 256 * 32

  // A name stands as `namespace/kind/local`, so that one index finds it. In `mention`, the empty field is the head. A line of a
  // witness is in no leaf and its key is elsewhere, so its digest tells whether it is still what was kept.
  static let tables = """
    CREATE TABLE leaf (
      idx INTEGER PRIMARY KEY CHECK (idx >= 0),
      entry BLOB NOT NULL
    ) STRICT;
    CREATE TABLE tile (
      level INTEGER NOT NULL,
      n INTEGER NOT NULL,
      hashes BLOB NOT NULL CHECK (length(hashes) % 32 = 0 AND length(hashes) BETWEEN 32 AND \(fullTile)),
      PRIMARY KEY (level, n)
    ) STRICT;
    CREATE TABLE head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      size INTEGER NOT NULL,
      root BLOB NOT NULL,
      time INTEGER NOT NULL,
      checkpoint BLOB NOT NULL
    ) STRICT;
    CREATE TABLE statement (
      leaf INTEGER PRIMARY KEY REFERENCES leaf (idx),
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      issuer TEXT NOT NULL,
      time INTEGER NOT NULL,
      payload BLOB NOT NULL
    ) STRICT;
    CREATE INDEX statement_id ON statement (id, revision);
    CREATE INDEX statement_kind ON statement (kind, leaf);
    CREATE TABLE opening (
      leaf INTEGER NOT NULL REFERENCES leaf (idx),
      field TEXT NOT NULL,
      issuer TEXT NOT NULL,
      readers TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (leaf, field)
    ) STRICT;
    CREATE TABLE mention (
      leaf INTEGER NOT NULL REFERENCES leaf (idx),
      field TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (leaf, field, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_id ON mention (id, leaf);
    CREATE TABLE cosignature (
      size INTEGER NOT NULL,
      line TEXT NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (size, line)
    ) STRICT, WITHOUT ROWID;
    """

  // They guard against our own mistakes. What guards against others are the checkpoints that they have.
  static let guards = """
    CREATE TRIGGER leaf_not_changed BEFORE UPDATE ON leaf BEGIN
      SELECT RAISE(ABORT, 'leaves do not change');
    END;
    CREATE TRIGGER leaf_not_deleted BEFORE DELETE ON leaf BEGIN
      SELECT RAISE(ABORT, 'leaves stay');
    END;
    CREATE TRIGGER tile_only_grows BEFORE UPDATE ON tile
    WHEN length(OLD.hashes) = \(fullTile) OR NEW.level <> OLD.level OR NEW.n <> OLD.n
      OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes
    BEGIN
      SELECT RAISE(ABORT, 'tiles only grow');
    END;
    CREATE TRIGGER tile_not_deleted BEFORE DELETE ON tile BEGIN
      SELECT RAISE(ABORT, 'tiles stay');
    END;
    CREATE TRIGGER head_only_advances BEFORE UPDATE ON head
    WHEN NEW.size < OLD.size OR NEW.time < OLD.time OR NEW.size = OLD.size AND NEW.root <> OLD.root
    BEGIN
      SELECT RAISE(ABORT, 'a log only grows');
    END;
    CREATE TRIGGER head_not_deleted BEFORE DELETE ON head BEGIN
      SELECT RAISE(ABORT, 'a log does not shrink');
    END;
    """

  /// Says whose database it is and in which form.
  static let marks = "PRAGMA application_id = \(application); PRAGMA user_version = \(version);"
}
