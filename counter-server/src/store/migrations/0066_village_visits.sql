-- 集中交件: what an agent brings to the hall and fetches there in one visit, called once by one number (V91 to V94).
CREATE TABLE village_visit (
  id           TEXT PRIMARY KEY,
  village      TEXT NOT NULL REFERENCES village (code),
  agent        TEXT NOT NULL REFERENCES staff (id),
  made_at      TEXT NOT NULL,
  ticket       TEXT REFERENCES ticket (id),
  -- The agent's word on the slip of what changed hands (V94).
  confirmed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX village_visit_of_point ON village_visit (village, made_at);
CREATE UNIQUE INDEX village_visit_ticket ON village_visit (ticket) WHERE ticket IS NOT NULL;

-- One case of a visit: papers up to the hall, or the result down to the point; each has an end of its own (V93).
CREATE TABLE village_visit_case (
  visit      TEXT NOT NULL REFERENCES village_visit (id),
  place      INTEGER NOT NULL,
  "case"     TEXT NOT NULL REFERENCES "case" (id),
  way        TEXT NOT NULL CHECK (way IN ('up','down')),
  outcome    TEXT NOT NULL CHECK (outcome IN ('waiting','handed','problem')),
  -- What was counted at the desk, by paper: name, original or copy, count (V94).
  papers     TEXT NOT NULL,
  -- What differs, or what the problem is: written by hand, so sealed (P30).
  remark_enc BLOB,
  served_at  TEXT,
  PRIMARY KEY (visit, "case"),
  CHECK ((outcome = 'waiting') = (served_at IS NULL))
) STRICT, WITHOUT ROWID;
