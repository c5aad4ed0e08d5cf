-- What a restored record lacks of what it had acknowledged, and the phone keeps no more: entered again from paper (V56, V57).
CREATE TABLE village_finding (
  command    TEXT PRIMARY KEY,
  village    TEXT NOT NULL REFERENCES village (code),
  device     TEXT NOT NULL,
  agent      TEXT NOT NULL REFERENCES staff (id),
  -- That of the case, where the phone remembers one.
  number     TEXT,
  found_at   TEXT NOT NULL,
  settled_at TEXT,
  settled_by TEXT,
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX village_finding_open ON village_finding (found_at) WHERE settled_at IS NULL;
-- Numbers that a lost or withdrawn phone took along: the work list of those that may stand on a slip (V80).
CREATE INDEX village_number_lost ON village_number (device, number) WHERE state = 'lost';
