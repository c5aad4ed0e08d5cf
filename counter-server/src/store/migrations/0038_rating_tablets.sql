-- A third kind of device: the rating tablet at a window (R-0), which knows where it stands.
CREATE TABLE device_new (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('kiosk','wall','rate')),
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
  -- Where a tablet stands; others have none.
  "window"     INTEGER REFERENCES "window" ("window")
) STRICT;
INSERT INTO device_new SELECT *, NULL FROM device;
DROP TABLE device;
ALTER TABLE device_new RENAME TO device;
CREATE UNIQUE INDEX device_one_speaks ON device (speaks) WHERE speaks = 1;

CREATE TABLE enrolment_new (
  id         TEXT PRIMARY KEY,
  code_look  TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL CHECK (kind IN ('kiosk','wall','rate')),
  name       TEXT NOT NULL,
  by         TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT,
  device     TEXT REFERENCES device (id)
) STRICT;
INSERT INTO enrolment_new SELECT * FROM enrolment;
DROP TABLE enrolment;
ALTER TABLE enrolment_new RENAME TO enrolment;

-- 申诉: what a unit holds against a rating. The rating itself never changes; one that is upheld only leaves the figures (C1005).
CREATE TABLE rating_appeal (
  rating     TEXT PRIMARY KEY REFERENCES rating (id),
  text_enc   BLOB NOT NULL,
  made_at    TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  is_upheld  INTEGER CHECK (is_upheld IN (0,1)),
  reason_enc BLOB,
  decided_at TEXT,
  decided_by TEXT,
  -- Who brings it in does not decide it.
  CHECK (decided_by IS NULL OR decided_by <> made_by),
  CHECK ((is_upheld IS NULL) = (decided_at IS NULL))
) STRICT;
CREATE INDEX rating_appeal_open ON rating_appeal (made_at) WHERE decided_at IS NULL;
