-- Removal of personal data whose time is over: one person asks, another lets it run (C1501). Counts only, no ids.
CREATE TABLE retention_run (
  id         TEXT PRIMARY KEY,
  state      TEXT NOT NULL CHECK (state IN ('entered','running','done','withdrawn')),
  plan       TEXT NOT NULL CHECK (json_valid(plan)),
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  settled_by TEXT,
  settled_at TEXT,
  CHECK (settled_by IS NULL OR settled_by <> entered_by OR state = 'withdrawn')
) STRICT;
-- One at a time, so that nobody lets run what another one has looked at.
CREATE UNIQUE INDEX retention_one_open ON retention_run (state IN ('entered','running')) WHERE state IN ('entered','running');

-- What never changes may still be removed when its time is over: emptied, with everything else as it was (C1501).
DROP TRIGGER case_paper_stays;
CREATE TRIGGER case_paper_stays BEFORE UPDATE ON case_paper
  WHEN length(new.values_enc) > 0 OR new.id <> old.id OR new."case" <> old."case" OR new.event <> old.event
    OR new.kind <> old.kind OR new.number <> old.number OR new.template <> old.template OR new.sha256 <> old.sha256
    OR new.made_at <> old.made_at OR new.command_id IS NOT old.command_id
  BEGIN SELECT RAISE(ABORT, 'a paper never changes'); END;
DROP TRIGGER rating_stays;
CREATE TRIGGER rating_stays BEFORE UPDATE ON rating
  WHEN new.text_enc IS NOT NULL OR new.id <> old.id OR new.kind <> old.kind OR new.subject <> old.subject
    OR new.level <> old.level OR new.reasons <> old.reasons OR new.given_at <> old.given_at
  BEGIN SELECT RAISE(ABORT, 'a rating never changes'); END;
-- The ratings of which there is still something to remove, the oldest first.
CREATE INDEX rating_with_text ON rating (given_at) WHERE text_enc IS NOT NULL;
