-- 咨询: what was asked at a village point and answered there has a line of the log book as a case has (V16).
CREATE TABLE consultation (
  id          TEXT PRIMARY KEY,
  village     TEXT NOT NULL REFERENCES village (code),
  item        TEXT,
  -- The masked name; whoever asks need not say it (P33).
  person      TEXT NOT NULL,
  -- Who asked, what, and what was answered: written by hand, so sealed (P30).
  words_enc   BLOB NOT NULL,
  is_referred INTEGER NOT NULL CHECK (is_referred IN (0,1)),
  captured_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One line is a case or a consultation; serials have no gaps per point and year (V16).
CREATE TABLE log_book_new (
  village      TEXT NOT NULL REFERENCES village (code),
  year         INTEGER NOT NULL,
  serial       INTEGER NOT NULL,
  "case"       TEXT UNIQUE REFERENCES "case" (id),
  consultation TEXT UNIQUE REFERENCES consultation (id),
  agent        TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (village, year, serial),
  CHECK (("case" IS NULL) <> (consultation IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO log_book_new (village, year, serial, "case", agent)
  SELECT village, year, serial, "case", agent FROM log_book;
DROP TABLE log_book;
ALTER TABLE log_book_new RENAME TO log_book;
