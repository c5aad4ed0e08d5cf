-- A case may stand on an agent's list before it has arrived: it is served when it does, and is never typed again (V93).
CREATE TABLE village_visit_case_wider (
  visit      TEXT NOT NULL REFERENCES village_visit (id),
  place      INTEGER NOT NULL,
  "case"     TEXT NOT NULL,
  way        TEXT NOT NULL CHECK (way IN ('up','down')),
  outcome    TEXT NOT NULL CHECK (outcome IN ('waiting','handed','problem')),
  -- What was counted at the desk, by paper: name, original or copy, count (V94).
  papers     TEXT NOT NULL,
  -- What differs, or what the problem is: written by hand, so sealed (P30).
  remark_enc BLOB,
  served_at  TEXT,
  -- The number on the slip of a case that had not arrived when the list was made.
  number     TEXT,
  -- What the point said at the registration, as it was when the desk had counted (V94).
  said       TEXT,
  PRIMARY KEY (visit, "case"),
  CHECK ((outcome = 'waiting') = (served_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO village_visit_case_wider (visit, place, "case", way, outcome, papers, remark_enc, served_at)
  SELECT visit, place, "case", way, outcome, papers, remark_enc, served_at FROM village_visit_case;
DROP TABLE village_visit_case;
ALTER TABLE village_visit_case_wider RENAME TO village_visit_case;
CREATE INDEX village_visit_of_case ON village_visit_case ("case");

-- How often its 交接单 has left the system: from the second time on it is a copy 补打 (V94, U30).
ALTER TABLE village_visit ADD COLUMN prints INTEGER NOT NULL DEFAULT 0;
