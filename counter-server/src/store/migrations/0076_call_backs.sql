-- 回访抽查: the deliveries of a point's month that the centre calls back, drawn once by a seed that is kept (V20).
CREATE TABLE call_back_draw (
  village    TEXT NOT NULL REFERENCES village (code),
  month      TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  seed       TEXT NOT NULL,
  deliveries INTEGER NOT NULL CHECK (deliveries >= 0),
  drawn      INTEGER NOT NULL CHECK (drawn BETWEEN 0 AND deliveries),
  drawn_at   TEXT NOT NULL,
  PRIMARY KEY (village, month)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER call_back_draw_no_update BEFORE UPDATE ON call_back_draw
BEGIN SELECT RAISE(ABORT, 'a draw is made once'); END;
CREATE TRIGGER call_back_draw_no_delete BEFORE DELETE ON call_back_draw
BEGIN SELECT RAISE(ABORT, 'a draw is made once'); END;

-- Each case is called back once, whether drawn or given back by its point (V20, V22).
CREATE TABLE call_back (
  "case"     TEXT PRIMARY KEY REFERENCES "case" (id),
  village    TEXT NOT NULL REFERENCES village (code),
  month      TEXT NOT NULL,
  why        TEXT NOT NULL CHECK (why IN ('drawn','given_back')),
  listed_at  TEXT NOT NULL,
  -- Reached, or tried on so many days.
  settled_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX call_back_open ON call_back (listed_at, "case") WHERE settled_at IS NULL;
CREATE INDEX call_back_settled ON call_back (settled_at, "case") WHERE settled_at IS NOT NULL;
CREATE INDEX call_back_listed ON call_back (listed_at, village, settled_at);

-- What was said is said to the centre, not to the point: sealed, and no word of the case (P30).
CREATE TABLE call_back_try (
  "case"       TEXT NOT NULL REFERENCES call_back ("case"),
  nth          INTEGER NOT NULL CHECK (nth > 0),
  at           TEXT NOT NULL,
  by           TEXT NOT NULL,
  satisfaction TEXT CHECK (satisfaction IN ('satisfied','fair','dissatisfied')),
  remark_enc   BLOB,
  -- Who was not reached said nothing; the satisfaction is there when somebody was.
  is_reached   INTEGER NOT NULL CHECK (is_reached IN (0,1)),
  PRIMARY KEY ("case", nth),
  CHECK ((is_reached = 1) = (satisfaction IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX case_delivered_of_village ON "case" (village, ended_at) WHERE village IS NOT NULL AND status = 'closed';
