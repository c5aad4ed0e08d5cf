-- The papers given to a resident, each as it was made (C901): number, values under a key, version of the template.
CREATE TABLE case_paper (
  id         TEXT PRIMARY KEY,
  "case"     TEXT NOT NULL REFERENCES "case" (id),
  event      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('receipt', 'acceptance', 'supplement', 'on_spot', 'not_applicable',
               'refusal', 'pause', 'extension', 'decision', 'denial', 'delivery')),
  number     TEXT NOT NULL UNIQUE,
  template   INTEGER NOT NULL CHECK (template > 0),
  values_enc BLOB NOT NULL,
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  made_at    TEXT NOT NULL,
  command_id TEXT
) STRICT;
CREATE INDEX case_paper_of_case ON case_paper ("case", id);
CREATE TRIGGER case_paper_stays BEFORE UPDATE ON case_paper BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;
CREATE TRIGGER case_paper_kept BEFORE DELETE ON case_paper BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;
-- Each time it was printed or taken as a file: 0 is the first, the others are copies 补打 (U30).
CREATE TABLE case_paper_print (
  paper TEXT NOT NULL REFERENCES case_paper (id),
  nth   INTEGER NOT NULL CHECK (nth >= 0),
  way   TEXT NOT NULL CHECK (way IN ('print', 'docx')),
  at    TEXT NOT NULL,
  by    TEXT NOT NULL,
  PRIMARY KEY (paper, nth)
) STRICT, WITHOUT ROWID;
