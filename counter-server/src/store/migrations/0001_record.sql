-- The store itself: its epoch, who owns it, whether it holds sample data (interfaces.md 4).
CREATE TABLE store_meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- ⚙ settings that differ from their default, with the trace of who changed them (C1502).
CREATE TABLE setting (
  key    TEXT PRIMARY KEY,
  value  TEXT NOT NULL CHECK (json_valid(value)),
  "from" TEXT NOT NULL,
  by     TEXT,
  reason TEXT
) STRICT;

-- Append-only truth about change, written with the change itself (I3). Never a name, ID number or phone.
CREATE TABLE journal (
  seq           INTEGER PRIMARY KEY AUTOINCREMENT,
  at            TEXT NOT NULL,
  business_date TEXT NOT NULL CHECK (business_date GLOB '????-??-??'),
  type          TEXT NOT NULL,
  subject       TEXT NOT NULL,
  version       INTEGER NOT NULL,
  actor         TEXT NOT NULL,
  device        TEXT,
  command_id    TEXT,
  data          TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX journal_of_subject ON journal (subject, seq);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The answer already given to a command, so that a retry gets it again (R5). Encrypted: it may hold a query code.
CREATE TABLE receipt (
  command_id   TEXT PRIMARY KEY,
  actor        TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  answer_enc   BLOB NOT NULL,
  at           TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_by_age ON receipt (at);

-- The hash chain over commands and sensitive reads (P36). Ids only.
CREATE TABLE audit (
  seq        INTEGER PRIMARY KEY,
  at         TEXT NOT NULL,
  actor      TEXT NOT NULL,
  device     TEXT,
  action     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  command_id TEXT,
  result     TEXT NOT NULL,
  prev_hash  TEXT NOT NULL,
  hash       TEXT NOT NULL,
  mac        TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
-- Refuses gaps and REPLACE alike (P36).
CREATE TRIGGER audit_next_only BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit rows come one after another'); END;

-- One gap-free stream per audience (R19); `news` names what changed, the body is built from the present state.
CREATE TABLE stream (
  audience TEXT PRIMARY KEY,
  epoch    TEXT NOT NULL,
  seq      INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;
CREATE TABLE stream_event (
  audience TEXT NOT NULL,
  seq      INTEGER NOT NULL,
  at       TEXT NOT NULL,
  news     TEXT NOT NULL CHECK (json_valid(news)),
  PRIMARY KEY (audience, seq)
) STRICT, WITHOUT ROWID;
