-- 意见簿: read every working day, with what was found new in it (cases.md 13, C1301).
CREATE TABLE book_reading (
  id      TEXT PRIMARY KEY,
  read_on TEXT NOT NULL,
  read_at TEXT NOT NULL,
  staff   TEXT NOT NULL REFERENCES staff (id),
  count   INTEGER NOT NULL CHECK (count >= 0)
) STRICT;
CREATE INDEX book_reading_by_day ON book_reading (read_on, id);

-- 办件编号 of the data exchange: four digits per implementation code and day (C1104).
CREATE TABLE exchange_counter (
  code TEXT NOT NULL,
  day  TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (code, day)
) STRICT, WITHOUT ROWID;
