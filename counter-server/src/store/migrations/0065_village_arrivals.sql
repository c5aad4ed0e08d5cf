-- How many commands of a device were taken on a day: more than people can capture waits for the next one (V95).
-- Past days are forgotten.
CREATE TABLE village_day (
  day      TEXT NOT NULL,
  device   TEXT NOT NULL,
  commands INTEGER NOT NULL CHECK (commands > 0),
  PRIMARY KEY (day, device)
) STRICT, WITHOUT ROWID;

-- Since when a command has asked for its predecessor in vain (V52); gone when it is taken.
CREATE TABLE village_waiting (
  command TEXT PRIMARY KEY,
  since   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far each device has counted, and the runs of its count that never came (V53).
CREATE TABLE village_count (
  village TEXT NOT NULL REFERENCES village (code),
  device  TEXT NOT NULL,
  highest INTEGER NOT NULL CHECK (highest > 0),
  PRIMARY KEY (village, device)
) STRICT, WITHOUT ROWID;
CREATE TABLE village_hole (
  village TEXT NOT NULL,
  device  TEXT NOT NULL,
  "first" INTEGER NOT NULL CHECK ("first" > 0),
  "last"  INTEGER NOT NULL CHECK ("last" >= "first"),
  PRIMARY KEY (village, device, "first"),
  FOREIGN KEY (village, device) REFERENCES village_count (village, device)
) STRICT, WITHOUT ROWID;
