-- Every number lent to a village point ends used, void with its reason, returned or lost; only a returned one is lent again (V62).
CREATE TABLE village_number_new (
  number     TEXT PRIMARY KEY,
  village    TEXT NOT NULL,
  device     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('leased','used','void','returned','lost')),
  lent_at    TEXT NOT NULL,
  -- Since when it stands as it does.
  state_at   TEXT NOT NULL,
  -- Why a slip was torn up, as the agent wrote it; sealed, because a name may stand in it (P30).
  reason_enc BLOB,
  "case"     TEXT REFERENCES "case" (id),
  CHECK ((state = 'used') = ("case" IS NOT NULL)),
  CHECK ((state = 'void') = (reason_enc IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- No release has made a number void, so none is without its reason.
INSERT INTO village_number_new (number, village, device, state, lent_at, state_at, "case")
  SELECT number, village, device, state, lent_at, lent_at, "case" FROM village_number WHERE state <> 'void';
DROP TABLE village_number;
ALTER TABLE village_number_new RENAME TO village_number;
-- What a point may still give out, what came back, and what each device holds (V61, V62, V88).
CREATE INDEX village_number_by_state ON village_number (village, state, number);
CREATE INDEX village_number_of_device ON village_number (device, state);
