-- What each phone was told is stored, so that both sides can add up the same and find what one has lost (V56).
-- `part`: the last half of SHA-256 of id and payload hash; added up, so the order does not count.
CREATE TABLE village_receipt (
  command TEXT PRIMARY KEY,
  device  TEXT NOT NULL,
  at      TEXT NOT NULL,
  part    BLOB NOT NULL CHECK (length(part) = 16)
) STRICT, WITHOUT ROWID;
CREATE INDEX village_receipt_of_device ON village_receipt (device, at);
CREATE INDEX village_receipt_at ON village_receipt (at);
