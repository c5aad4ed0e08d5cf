-- 好差评 (cases.md 10). One service, one rating; what is not rated has no row (C1003). Who gave it is not kept.
CREATE TABLE rating (
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('ticket', 'case')),
  subject  TEXT NOT NULL,
  level    INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  reasons  TEXT NOT NULL,
  text_enc BLOB,
  given_at TEXT NOT NULL,
  UNIQUE (kind, subject)
) STRICT;
CREATE INDEX rating_by_age ON rating (given_at, level);
-- The follow-up of a 差评 with its two timers (C1004); the number only where it was left for an answer.
CREATE TABLE rating_follow_up (
  rating         TEXT PRIMARY KEY REFERENCES rating (id),
  step           TEXT NOT NULL CHECK (step IN ('opened','verified','rectified','explained','replied','called_back','closed')),
  phone_enc      BLOB,
  contact_due_at TEXT NOT NULL,
  rectify_due_at TEXT NOT NULL,
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX rating_open ON rating_follow_up (rectify_due_at, rating) WHERE step <> 'closed';
CREATE TABLE rating_step (
  rating   TEXT NOT NULL REFERENCES rating_follow_up (rating),
  version  INTEGER NOT NULL,
  step     TEXT NOT NULL,
  text_enc BLOB,
  at       TEXT NOT NULL,
  by       TEXT NOT NULL,
  PRIMARY KEY (rating, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER rating_stays BEFORE UPDATE ON rating BEGIN SELECT RAISE(ABORT, 'a rating never changes'); END;
