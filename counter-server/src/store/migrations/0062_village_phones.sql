-- A fourth kind of device: the phone of a village point, which keeps its village (V3) and how its life ends (V80, V81).
CREATE TABLE device_new (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('kiosk','wall','rate','village')),
  name         TEXT NOT NULL,
  public_key   TEXT NOT NULL CHECK (json_valid(public_key)),
  enrolled_at  TEXT NOT NULL,
  revoked_at   TEXT,
  seen_at      TEXT,
  problem      TEXT CHECK (problem IN ('paper','help','silent','sound')),
  problem_at   TEXT,
  printer_fault TEXT CHECK (printer_fault IN ('paper_out','cover_open','offline','unreachable','cut_off','no_answer')),
  pin_hash     TEXT,
  px_per_mm    REAL CHECK (px_per_mm BETWEEN 1 AND 30),
  place        TEXT NOT NULL DEFAULT '',
  build        TEXT,
  screen_width INTEGER CHECK (screen_width BETWEEN 1 AND 20000),
  screen_height INTEGER CHECK (screen_height BETWEEN 1 AND 20000),
  diagonal_inches REAL CHECK (diagonal_inches BETWEEN 3 AND 120),
  silent_at    TEXT,
  speaks       INTEGER NOT NULL DEFAULT 0 CHECK (speaks IN (0,1)),
  sound_asked_at TEXT,
  sound_heard_at TEXT,
  sound_path   TEXT CHECK (sound_path IN ('clips','speech','chime')),
  "window"     INTEGER REFERENCES "window" ("window"),
  -- The point of a phone; no other device has one (V3).
  village      TEXT REFERENCES village (code),
  -- A lost phone has no session; what it still reports waits for its author (V80).
  lost_at      TEXT,
  -- A phone that is taken out of use: it is emptied first, and withdrawn only then (V81).
  retired_at   TEXT,
  -- When it said that nothing is left on it (V80, V81).
  wiped_at     TEXT,
  CHECK ((kind = 'village') = (village IS NOT NULL)),
  CHECK (kind = 'village' OR (lost_at IS NULL AND retired_at IS NULL AND wiped_at IS NULL))
) STRICT;
INSERT INTO device_new SELECT *, NULL, NULL, NULL, NULL FROM device;
DROP TABLE device;
ALTER TABLE device_new RENAME TO device;
CREATE UNIQUE INDEX device_one_speaks ON device (speaks) WHERE speaks = 1;

CREATE TABLE enrolment_new (
  id         TEXT PRIMARY KEY,
  code_look  TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL CHECK (kind IN ('kiosk','wall','rate','village')),
  name       TEXT NOT NULL,
  by         TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT,
  device     TEXT REFERENCES device (id),
  village    TEXT REFERENCES village (code),
  CHECK ((kind = 'village') = (village IS NOT NULL))
) STRICT;
INSERT INTO enrolment_new SELECT *, NULL FROM enrolment;
DROP TABLE enrolment;
ALTER TABLE enrolment_new RENAME TO enrolment;

-- The phone on which an agent signed in; such a session lives as long as the setting says (V3).
ALTER TABLE session ADD COLUMN phone TEXT REFERENCES device (id);
CREATE INDEX session_of_phone ON session (phone, staff) WHERE ended_at IS NULL AND phone IS NOT NULL;
