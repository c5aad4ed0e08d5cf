-- Which windows a clerk may open; null is all of them (A-3). An account without a password has the hash '', which fits nothing (P20).
ALTER TABLE staff ADD COLUMN windows TEXT CHECK (windows IS NULL OR json_valid(windows));
ALTER TABLE staff ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- A single-use code with which a person sets the own password: 8 signs, 24 hours (P20). Only its HMAC is kept.
CREATE TABLE account_code (
  id         TEXT PRIMARY KEY,
  staff      TEXT NOT NULL REFERENCES staff (id),
  code_look  TEXT NOT NULL UNIQUE,
  by         TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  -- Used, or replaced by a newer one.
  ended_at   TEXT
) STRICT;
-- One live code per account: a newer one makes the older worthless (P20).
CREATE UNIQUE INDEX account_code_live ON account_code (staff) WHERE ended_at IS NULL;
