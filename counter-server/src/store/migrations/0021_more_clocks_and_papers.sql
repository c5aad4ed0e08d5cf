-- Two more clocks: how long a case may stand still, and the day on which a promised paper is due (C205, cases.md 5).
CREATE TABLE case_clock_new (
  "case"      TEXT NOT NULL REFERENCES "case" (id),
  kind        TEXT NOT NULL CHECK (kind IN ('notice','waiting','committed','statutory','delivery','pause','promise')),
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

-- The papers of every act that has one (cases.md 4, column "document").
CREATE TABLE case_paper_new (
  id         TEXT PRIMARY KEY,
  "case"     TEXT NOT NULL REFERENCES "case" (id),
  event      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('receipt', 'acceptance', 'supplement', 'on_spot', 'not_applicable',
               'refusal', 'pause', 'extension', 'decision', 'denial', 'delivery', 'resumption', 'hand_over', 'check',
               'report', 'forwarding', 'withdrawal', 'return', 'void', 'correction')),
  number     TEXT NOT NULL UNIQUE,
  template   INTEGER NOT NULL CHECK (template > 0),
  values_enc BLOB NOT NULL,
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  made_at    TEXT NOT NULL,
  command_id TEXT
) STRICT;
INSERT INTO case_paper_new SELECT * FROM case_paper;
DROP TABLE case_paper;
ALTER TABLE case_paper_new RENAME TO case_paper;
CREATE INDEX case_paper_of_case ON case_paper ("case", id);
CREATE TRIGGER case_paper_stays BEFORE UPDATE ON case_paper BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;
CREATE TRIGGER case_paper_kept BEFORE DELETE ON case_paper BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;
