-- What other units are asked for, 协办 (C805): a projection of subtask.* events; `id` is the event that opened it.
-- What is asked and what was answered lies with the events in case_text.
CREATE TABLE subtask (
  id        TEXT PRIMARY KEY REFERENCES case_event (id),
  "case"    TEXT NOT NULL REFERENCES "case" (id),
  unit      TEXT NOT NULL REFERENCES unit (code),
  -- Its own day, or the case's when that is earlier now.
  due_on    TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  ended_at  TEXT,
  how       TEXT CHECK (how IN ('answered','waived')),
  end_event TEXT REFERENCES case_event (id),
  -- An ended case asks nobody any more.
  is_open   INTEGER NOT NULL CHECK (is_open IN (0,1))
) STRICT;
CREATE INDEX subtask_of_case ON subtask ("case");
CREATE INDEX subtask_open_of_unit ON subtask (unit, due_on, id) WHERE is_open = 1;
