-- Filled-in samples of forms. They are pictures without a person, encrypted on the disk like every file; which item shows one
-- stands in its version (cases.md 1).
CREATE TABLE item_sample (
  sha256    TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size      INTEGER NOT NULL CHECK (size > 0),
  mime      TEXT NOT NULL CHECK (mime IN ('image/jpeg','image/png')),
  stored_as TEXT NOT NULL,
  added_by  TEXT NOT NULL,
  added_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_sample_content ON item_sample (stored_as);
CREATE TRIGGER item_sample_no_update BEFORE UPDATE ON item_sample BEGIN SELECT RAISE(ABORT, 'a sample stays as it is'); END;
CREATE TRIGGER item_sample_no_delete BEFORE DELETE ON item_sample BEGIN SELECT RAISE(ABORT, 'a sample stays on record'); END;
