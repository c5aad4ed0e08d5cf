-- What each person has put on the disk on one day, counted with the row that names it (P42). Past days are forgotten.
CREATE TABLE file_day (
  day   TEXT NOT NULL,
  actor TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  PRIMARY KEY (day, actor)
) STRICT, WITHOUT ROWID;
