-- What is half written at a window, per clerk and number, under a key; no case yet and no number (C410, U15). Gone with the
-- case that comes of it, or after 30 days (C1501).
CREATE TABLE draft (
  staff       TEXT NOT NULL REFERENCES staff (id),
  ticket      TEXT NOT NULL REFERENCES ticket (id),
  content_enc BLOB NOT NULL,
  saved_at    TEXT NOT NULL,
  PRIMARY KEY (staff, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_saved ON draft (saved_at);
