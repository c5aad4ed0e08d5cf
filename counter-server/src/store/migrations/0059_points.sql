-- What each device of a village point said of itself last; of later the centre knows nothing (V88).
CREATE TABLE village_report (
  village         TEXT NOT NULL REFERENCES village (code),
  device          TEXT NOT NULL,
  agent           TEXT NOT NULL REFERENCES staff (id),
  heard_at        TEXT NOT NULL,
  unsent          INTEGER NOT NULL,
  oldest_at       TEXT,
  files_unsent    INTEGER NOT NULL,
  attention       INTEGER NOT NULL,
  -- Since when something has waited there for a person without a break (V89).
  attention_since TEXT,
  persisted       INTEGER CHECK (persisted IN (0, 1)),
  numbers_free    INTEGER,
  -- How far its clock is ahead of the centre's (V77).
  clock_ahead_ms  INTEGER NOT NULL,
  app_version     TEXT NOT NULL,
  PRIMARY KEY (village, device)
) STRICT, WITHOUT ROWID;

-- A岗 and B岗 of a point (V1).
ALTER TABLE village ADD COLUMN lead TEXT REFERENCES staff (id);
ALTER TABLE village ADD COLUMN deputy TEXT REFERENCES staff (id);
