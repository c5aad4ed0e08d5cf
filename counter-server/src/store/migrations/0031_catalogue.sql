-- Who published a version, and when: a case received the same day before it keeps the version before (C101).
ALTER TABLE item_version ADD COLUMN published_by TEXT;
ALTER TABLE item_version ADD COLUMN published_at TEXT;
ALTER TABLE item_version ADD COLUMN draft TEXT REFERENCES item_draft (id);
-- A stop is a fact of its own (C108): it ends the versions up to one; what is published later opens the item again.
ALTER TABLE item_version DROP COLUMN stopped_on;
CREATE TABLE item_stop (
  code       TEXT NOT NULL,
  version    INTEGER NOT NULL,
  stopped_on TEXT NOT NULL CHECK (stopped_on GLOB '????-??-??'),
  reason     TEXT NOT NULL CHECK (length(reason) > 0),
  stopped_by TEXT NOT NULL,
  stopped_at TEXT NOT NULL,
  PRIMARY KEY (code, version),
  FOREIGN KEY (code, version) REFERENCES item_version (code, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER item_stop_no_update BEFORE UPDATE ON item_stop BEGIN SELECT RAISE(ABORT, 'a stop stays on record'); END;
CREATE TRIGGER item_stop_no_delete BEFORE DELETE ON item_stop BEGIN SELECT RAISE(ABORT, 'a stop stays on record'); END;

-- A published version never changes, in none of its columns, and never goes (C101).
DROP TRIGGER item_version_no_update;
CREATE TRIGGER item_version_no_update BEFORE UPDATE ON item_version
BEGIN SELECT RAISE(ABORT, 'a published item version never changes'); END;
CREATE TRIGGER item_version_no_delete BEFORE DELETE ON item_version
BEGIN SELECT RAISE(ABORT, 'a published item version never goes'); END;

-- The next version of an item while it is written, waits for a second person, and afterwards (C101, C102).
CREATE TABLE item_draft (
  id           TEXT PRIMARY KEY,
  code         TEXT NOT NULL,
  -- The version it was made from; null for an item that is new.
  base_version INTEGER,
  state        TEXT NOT NULL CHECK (state IN ('draft','submitted','published','dropped')),
  -- +1 with each save; who saves says what was seen (U15).
  rev          INTEGER NOT NULL CHECK (rev >= 1),
  content      TEXT NOT NULL CHECK (json_valid(content)),
  -- Everybody who wrote on it; none of them publishes it.
  authors      TEXT NOT NULL CHECK (json_valid(authors)),
  made_at      TEXT NOT NULL,
  saved_at     TEXT NOT NULL,
  submitted_by TEXT,
  submitted_at TEXT,
  -- Who published it or laid it aside, or sent it back last, and why.
  settled_by   TEXT,
  settled_at   TEXT,
  note         TEXT NOT NULL
) STRICT;
-- One draft of an item at a time, so that what is compared and published has one meaning.
CREATE UNIQUE INDEX item_draft_open ON item_draft (code) WHERE state IN ('draft','submitted');
CREATE INDEX item_draft_of_item ON item_draft (code, made_at);
CREATE TRIGGER item_draft_no_delete BEFORE DELETE ON item_draft BEGIN SELECT RAISE(ABORT, 'a draft stays on record'); END;
