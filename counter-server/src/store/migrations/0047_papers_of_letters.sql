-- Papers of letters (cases.md 9, 13) are papers like those of cases: number, values, hash and every time they left the
-- system (C901, U30). A column cannot be made optional in place (K27).
CREATE TABLE case_paper_new (
  id         TEXT PRIMARY KEY,
  "case"     TEXT REFERENCES "case" (id),
  letter     TEXT REFERENCES letter (id),
  event      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('receipt', 'acceptance', 'supplement', 'on_spot', 'not_applicable',
               'refusal', 'pause', 'extension', 'decision', 'denial', 'delivery', 'resumption', 'hand_over', 'check',
               'report', 'forwarding', 'withdrawal', 'return', 'void', 'correction', 'late_supplement', 'pledge',
               'supervision', 'letter_receipt', 'letter_assignment', 'letter_return', 'letter_reply',
               'letter_redirection', 'petition_notice', 'petition_extension', 'petition_opinion')),
  number     TEXT NOT NULL UNIQUE,
  template   INTEGER NOT NULL CHECK (template > 0),
  values_enc BLOB NOT NULL,
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  made_at    TEXT NOT NULL,
  command_id TEXT,
  CHECK (("case" IS NULL) <> (letter IS NULL))
) STRICT;
INSERT INTO case_paper_new
  SELECT id, "case", NULL, event, kind, number, template, values_enc, sha256, made_at, command_id FROM case_paper;
DROP TABLE case_paper;
ALTER TABLE case_paper_new RENAME TO case_paper;
CREATE INDEX case_paper_of_case ON case_paper ("case", id) WHERE "case" IS NOT NULL;
CREATE INDEX case_paper_of_letter ON case_paper (letter, id) WHERE letter IS NOT NULL;
-- What never changes may still be emptied when its time is over, with everything else as it was (C901, C1501).
CREATE TRIGGER case_paper_stays BEFORE UPDATE ON case_paper
  WHEN length(new.values_enc) > 0 OR new.id <> old.id OR new."case" IS NOT old."case" OR new.letter IS NOT old.letter
    OR new.event <> old.event OR new.kind <> old.kind OR new.number <> old.number OR new.template <> old.template
    OR new.sha256 <> old.sha256 OR new.made_at <> old.made_at OR new.command_id IS NOT old.command_id
  BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;
CREATE TRIGGER case_paper_kept BEFORE DELETE ON case_paper BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;

-- Their wording is data as well; a closed list cannot be widened in place (C901).
CREATE TABLE wording_new (
  kind         TEXT NOT NULL CHECK (kind IN ('receipt', 'acceptance', 'supplement', 'on_spot', 'not_applicable', 'refusal',
                 'pause', 'extension', 'decision', 'denial', 'delivery', 'resumption', 'hand_over', 'check', 'report',
                 'forwarding', 'withdrawal', 'return', 'void', 'correction', 'late_supplement', 'pledge', 'supervision',
                 'letter_receipt', 'letter_assignment', 'letter_return', 'letter_reply', 'letter_redirection',
                 'petition_notice', 'petition_extension', 'petition_opinion')),
  version      INTEGER NOT NULL CHECK (version > 3),
  content      TEXT NOT NULL CHECK (json_valid(content)),
  draft        TEXT NOT NULL REFERENCES catalogue_draft (id),
  published_by TEXT NOT NULL,
  published_at TEXT NOT NULL,
  PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;
INSERT INTO wording_new SELECT * FROM wording;
DROP TABLE wording;
ALTER TABLE wording_new RENAME TO wording;
CREATE TRIGGER wording_no_update BEFORE UPDATE ON wording BEGIN SELECT RAISE(ABORT, 'a published wording never changes'); END;
CREATE TRIGGER wording_no_delete BEFORE DELETE ON wording BEGIN SELECT RAISE(ABORT, 'a published wording never goes'); END;
