-- Staff accounts: one role each; posts are data of the account (N7). Names of staff are posts and not encrypted.
CREATE TABLE staff (
  id            TEXT PRIMARY KEY,
  sign_in_name  TEXT NOT NULL UNIQUE,
  display_name  TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('clerk','handler','agent','supervisor','leader','admin')),
  posts         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(posts)),
  unit          TEXT REFERENCES unit (code),
  village       TEXT REFERENCES village (code),
  password_hash TEXT NOT NULL,
  disabled_at   TEXT,
  CHECK ((role = 'agent') = (village IS NOT NULL)),
  CHECK (role <> 'handler' OR unit IS NOT NULL)
) STRICT;

-- Enrolled kiosks and walls; the private key never leaves the device (P22).
CREATE TABLE device (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('kiosk','wall')),
  name         TEXT NOT NULL,
  public_key   TEXT NOT NULL CHECK (json_valid(public_key)),
  enrolled_at  TEXT NOT NULL,
  revoked_at   TEXT,
  seen_at      TEXT,
  problem      TEXT CHECK (problem IN ('paper','help','silent','sound')),
  problem_at   TEXT
) STRICT;

-- 8 signs, 10 minutes, one use, five tries (P22). Only the HMAC of the code is kept.
CREATE TABLE enrolment (
  id         TEXT PRIMARY KEY,
  code_look  TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL CHECK (kind IN ('kiosk','wall')),
  name       TEXT NOT NULL,
  by         TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT,
  device     TEXT REFERENCES device (id)
) STRICT;

-- Opaque tokens, stored as SHA-256 (P12): revocable at once.
CREATE TABLE session (
  id         TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  staff      TEXT REFERENCES staff (id),
  device     TEXT REFERENCES device (id),
  started_at TEXT NOT NULL,
  seen_at    TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at   TEXT,
  CHECK ((staff IS NULL) <> (device IS NULL))
) STRICT;
CREATE INDEX session_of_staff ON session (staff) WHERE ended_at IS NULL;
CREATE INDEX session_of_device ON session (device) WHERE ended_at IS NULL;
