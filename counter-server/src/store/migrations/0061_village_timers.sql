-- The timers of a village point are clocks of the case like the others: hand-up, relay, deliver, follow-up (V21, C1202).
CREATE TABLE case_clock_new (
  "case"      TEXT NOT NULL REFERENCES "case" (id),
  kind        TEXT NOT NULL CHECK (kind IN ('notice','waiting','committed','statutory','delivery','pause','promise',
                'handup','handup_hard','relay','deliver','followup')),
  state       TEXT NOT NULL CHECK (state IN ('running','paused','stopped')),
  -- Null while paused: the date then moves with the day of resuming (C510).
  due_on      TEXT,
  due_at      TEXT,
  yellow_at   TEXT,
  is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0,1)),
  next_mark_at TEXT,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY ("case", kind)
) STRICT, WITHOUT ROWID;
INSERT INTO case_clock_new SELECT * FROM case_clock;
DROP TABLE case_clock;
ALTER TABLE case_clock_new RENAME TO case_clock;
CREATE INDEX case_clock_next_mark ON case_clock (next_mark_at) WHERE next_mark_at IS NOT NULL;
-- What the points have to do and how late it is, by timer (V23).
CREATE INDEX case_clock_errand ON case_clock (kind, due_at)
  WHERE state = 'running' AND kind IN ('handup','handup_hard','relay','deliver','followup');
CREATE INDEX case_clock_broken ON case_clock (due_at, "case") WHERE kind IN ('promise','waiting') AND state = 'running';
