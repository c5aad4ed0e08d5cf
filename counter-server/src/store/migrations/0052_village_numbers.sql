-- Case numbers lent to the device of a village point, which gives them out without a network (V61, V62).
-- A number is lent once and never again; per point and year they add up with those the centre gave itself.
CREATE TABLE village_number (
  number    TEXT PRIMARY KEY,
  village   TEXT NOT NULL,
  device    TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('leased','used','void','lost')),
  lent_at   TEXT NOT NULL,
  "case"    TEXT REFERENCES "case" (id),
  CHECK ((state = 'used') = ("case" IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- What else stands on a slip: the provisional code of an empty pool, or a number that was taken (V63, V66).
-- Equal codes may name several cases; the query code tells them apart.
CREATE TABLE village_alias (
  alias  TEXT NOT NULL,
  "case" TEXT NOT NULL REFERENCES "case" (id),
  PRIMARY KEY (alias, "case")
) STRICT, WITHOUT ROWID;
