-- Whether a topic still gives out numbers on a day, as the closing control last left it (Q41).
CREATE TABLE intake (
  business_date TEXT NOT NULL CHECK (business_date GLOB '????-??-??'),
  topic      TEXT NOT NULL REFERENCES topic (key),
  is_stopped INTEGER NOT NULL CHECK (is_stopped IN (0,1)),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (business_date, topic)
) STRICT, WITHOUT ROWID;

-- At most so many numbers of a topic (Q40). An empty day means each day, an empty band the whole day.
CREATE TABLE quota (
  topic  TEXT NOT NULL REFERENCES topic (key),
  date   TEXT NOT NULL CHECK (date = '' OR date GLOB '????-??-??'),
  band   TEXT NOT NULL CHECK (band = '' OR band GLOB '[0-2][0-9]:[0-5][0-9]'),
  most   INTEGER NOT NULL CHECK (most >= 0),
  set_at TEXT NOT NULL,
  PRIMARY KEY (topic, date, band)
) STRICT, WITHOUT ROWID;
