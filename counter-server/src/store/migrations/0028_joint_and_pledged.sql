-- The check of what a resident promised in writing is a task of the own unit: the version of the text (C206).
ALTER TABLE subtask ADD COLUMN pledge INTEGER CHECK (pledge > 0);

-- Three more papers: what is asked for after acceptance, the promise, and the order that is handed to a unit (C206, C516, C705).
CREATE TABLE case_paper_new (
  id         TEXT PRIMARY KEY,
  "case"     TEXT NOT NULL REFERENCES "case" (id),
  event      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('receipt', 'acceptance', 'supplement', 'on_spot', 'not_applicable',
               'refusal', 'pause', 'extension', 'decision', 'denial', 'delivery', 'resumption', 'hand_over', 'check',
               'report', 'forwarding', 'withdrawal', 'return', 'void', 'correction', 'late_supplement', 'pledge',
               'supervision')),
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
