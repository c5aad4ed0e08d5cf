-- What is half written belongs to a number, or to the log of letters, where there is none yet (C410, U15).
CREATE TABLE draft_new (
  staff       TEXT NOT NULL REFERENCES staff (id),
  -- A ticket's id, or `letter_log`.
  place       TEXT NOT NULL,
  content_enc BLOB NOT NULL,
  saved_at    TEXT NOT NULL,
  PRIMARY KEY (staff, place)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_new SELECT staff, ticket, content_enc, saved_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_new RENAME TO draft;
CREATE INDEX draft_saved ON draft (saved_at);
