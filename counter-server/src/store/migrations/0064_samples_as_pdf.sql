-- A sample may be a PDF too, checked like every file (P42). Whoever cannot show it opens it.
CREATE TABLE item_sample_new (
  sha256    TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size      INTEGER NOT NULL CHECK (size > 0),
  mime      TEXT NOT NULL CHECK (mime IN ('image/jpeg','image/png','application/pdf')),
  stored_as TEXT NOT NULL,
  added_by  TEXT NOT NULL,
  added_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO item_sample_new SELECT * FROM item_sample;
DROP TABLE item_sample;
ALTER TABLE item_sample_new RENAME TO item_sample;
CREATE INDEX item_sample_content ON item_sample (stored_as);
CREATE TRIGGER item_sample_no_update BEFORE UPDATE ON item_sample BEGIN SELECT RAISE(ABORT, 'a sample stays as it is'); END;
CREATE TRIGGER item_sample_no_delete BEFORE DELETE ON item_sample BEGIN SELECT RAISE(ABORT, 'a sample stays on record'); END;
