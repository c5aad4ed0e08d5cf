-- What an agent took back or sent anew in other words (V36): it is taken no more when the line brings it late, also when
-- it was never kept here. Forgotten with the answers to commands (R5).
CREATE TABLE village_taken_back (
  command TEXT NOT NULL,
  -- Nobody shuts out what another point says (V4).
  village TEXT NOT NULL REFERENCES village (code),
  at      TEXT NOT NULL,
  PRIMARY KEY (command, village)
) STRICT, WITHOUT ROWID;
CREATE INDEX village_taken_back_at ON village_taken_back (at);
