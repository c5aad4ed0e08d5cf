-- When a point is open, beside its place and phone (V1).
ALTER TABLE village ADD COLUMN hours TEXT NOT NULL DEFAULT '';

-- What a point shows of its agents, and by which ID number one is known as oneself (V1, V11).
CREATE TABLE agent_card (
  staff      TEXT PRIMARY KEY REFERENCES staff (id),
  phone      TEXT NOT NULL DEFAULT '',
  photo      TEXT REFERENCES item_sample (sha256),
  id_no_enc  BLOB,
  id_no_look TEXT,
  CHECK ((id_no_enc IS NULL) = (id_no_look IS NULL))
) STRICT, WITHOUT ROWID;

-- What was said of a consultation instead; the first words stay (V16).
CREATE TABLE consultation_correction (
  consultation TEXT NOT NULL REFERENCES consultation (id),
  nth          INTEGER NOT NULL CHECK (nth > 0),
  at           TEXT NOT NULL,
  by           TEXT NOT NULL,
  -- Question, answer and why, written by hand (P30).
  words_enc    BLOB NOT NULL,
  is_referred  INTEGER NOT NULL CHECK (is_referred IN (0,1)),
  PRIMARY KEY (consultation, nth)
) STRICT, WITHOUT ROWID;
