-- A-6: one page of the wall's notices. Stopped, never deleted (U40); every version is in the journal.
CREATE TABLE notice (
  id         TEXT PRIMARY KEY,
  text       TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 34),
  from_on    TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on      TEXT CHECK (to_on GLOB '????-??-??'),
  place      INTEGER NOT NULL CHECK (place BETWEEN 1 AND 99),
  stopped_at TEXT,
  version    INTEGER NOT NULL,
  CHECK (to_on IS NULL OR to_on >= from_on)
) STRICT;
-- What is to be shown, in its order (U24).
CREATE INDEX notice_in_order ON notice (place, id) WHERE stopped_at IS NULL;
