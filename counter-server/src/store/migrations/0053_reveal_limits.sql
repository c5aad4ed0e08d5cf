-- Who had seen as many personal fields as an hour allows, and when first on that day: the supervisor is told (P34).
CREATE TABLE reveal_limit (
  day   TEXT NOT NULL,
  staff TEXT NOT NULL REFERENCES staff (id),
  at    TEXT NOT NULL,
  PRIMARY KEY (day, staff)
) STRICT, WITHOUT ROWID;
