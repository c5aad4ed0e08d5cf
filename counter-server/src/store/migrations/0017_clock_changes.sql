-- A change of the rules that due dates are counted with: the next version of a calendar, or a setting (C603, C1502).
-- One person enters it, another publishes it; while it is `published` the open cases are brought up to it one by one.
CREATE TABLE clock_change (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('calendar','setting')),
  -- The year of the calendar, or the key of the setting.
  subject    TEXT NOT NULL,
  -- The version as it will be, or the values before and after.
  content    TEXT NOT NULL CHECK (json_valid(content)),
  reason     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('entered','published','applied','withdrawn')),
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  -- Who published or withdrew it, and when.
  settled_by TEXT,
  settled_at TEXT,
  -- When the last open case had it (C604).
  applied_at TEXT
) STRICT;
-- One proposal at a time for a year or a setting, and one application at a time: a preview has one meaning (C603).
CREATE UNIQUE INDEX clock_change_entered ON clock_change (kind, subject) WHERE state = 'entered';
CREATE UNIQUE INDEX clock_change_applying ON clock_change (state) WHERE state = 'published';
CREATE INDEX clock_change_in_order ON clock_change (entered_at);
CREATE TRIGGER clock_change_no_delete BEFORE DELETE ON clock_change BEGIN SELECT RAISE(ABORT, 'a change of the rules stays on record'); END;

-- Which cases a change moved, each once, with its event (C604).
CREATE TABLE clock_change_case (
  change TEXT NOT NULL REFERENCES clock_change (id),
  "case" TEXT NOT NULL REFERENCES "case" (id),
  event  TEXT NOT NULL REFERENCES case_event (id),
  PRIMARY KEY (change, "case")
) STRICT, WITHOUT ROWID;

-- A calendar version never changes, nor do its days (C601).
CREATE TRIGGER calendar_version_no_update BEFORE UPDATE ON calendar_version BEGIN SELECT RAISE(ABORT, 'a calendar version never changes'); END;
CREATE TRIGGER calendar_version_no_delete BEFORE DELETE ON calendar_version BEGIN SELECT RAISE(ABORT, 'a calendar version never changes'); END;

-- A preview walks through the open cases alone, however many have ended (C603).
CREATE INDEX case_still_open ON "case" (id) WHERE is_open = 1;
