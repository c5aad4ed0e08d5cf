-- Wrong enrolment codes of one source: five, then ten minutes of waiting, also over a restart (P22, V90).
CREATE TABLE enrolment_try (
  -- The keyed hash of the address (P31).
  source_look TEXT PRIMARY KEY,
  wrong       INTEGER NOT NULL CHECK (wrong > 0),
  until       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolment_try_until ON enrolment_try (until);
