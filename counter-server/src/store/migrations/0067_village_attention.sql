-- A command of a village point that was refused although it could be read: kept, so that the centre can solve it (V51, V90).
-- Other content under the same id is another row: both are kept (V50).
CREATE TABLE village_attention (
  command      TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  village      TEXT NOT NULL REFERENCES village (code),
  device       TEXT,
  agent        TEXT NOT NULL REFERENCES staff (id),
  -- As the phone names it; there need not be such a case.
  case_id      TEXT NOT NULL,
  type         TEXT NOT NULL,
  code         TEXT NOT NULL,
  -- Header, content and what the refusal named, sealed (P30).
  content_enc  BLOB NOT NULL,
  clock_ahead_ms INTEGER NOT NULL,
  received_at  TEXT NOT NULL,
  -- When the agent gave it to the centre: 交镇中心处理 (V36).
  handed_at    TEXT,
  settled_at   TEXT,
  settled_as   TEXT CHECK (settled_as IN ('applied','linked','rejected','withdrawn','replaced')),
  settled_by   TEXT,
  -- What the phone is told, sealed: number and code of the case, or the reason of the no.
  answer_enc   BLOB,
  PRIMARY KEY (command, content_hash),
  CHECK ((settled_at IS NULL) = (settled_as IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX village_attention_open ON village_attention (received_at) WHERE settled_at IS NULL;
