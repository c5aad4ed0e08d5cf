-- Supervision orders 督办单 (C705): a projection of order.* events; `id` is the event that issued it.
-- What was written by hand lies with its event in case_text.
CREATE TABLE supervision_order (
  id           TEXT PRIMARY KEY REFERENCES case_event (id),
  "case"       TEXT NOT NULL REFERENCES "case" (id),
  number       TEXT NOT NULL UNIQUE,
  level        TEXT NOT NULL CHECK (level IN ('unit_head','deputy_leader','chief_leader')),
  unit         TEXT NOT NULL REFERENCES unit (code),
  rule         TEXT NOT NULL CHECK (rule IN ('overdue','overdue_statutory','due_soon','complaint','other')),
  issuer       TEXT NOT NULL CHECK (issuer IN ('system','supervisor','leader')),
  issued_at    TEXT NOT NULL,
  reply_due_on TEXT NOT NULL,
  reply_due_at TEXT NOT NULL,
  replied_at   TEXT,
  reply_event  TEXT REFERENCES case_event (id),
  closed_at    TEXT,
  close_event  TEXT REFERENCES case_event (id)
) STRICT;
-- One open order per case and level, whatever the code believes (C705).
CREATE UNIQUE INDEX order_one_open ON supervision_order ("case", level) WHERE closed_at IS NULL;
CREATE INDEX order_of_case ON supervision_order ("case", issued_at);
CREATE INDEX order_open ON supervision_order (reply_due_at, id) WHERE closed_at IS NULL;
CREATE INDEX order_open_of_unit ON supervision_order (unit, reply_due_at, id) WHERE closed_at IS NULL;

-- The steps of the ladder are crossings as well (C704); a CHECK cannot be widened in place (K27).
CREATE TABLE clock_mark_wider (
  "case"     TEXT NOT NULL REFERENCES "case" (id),
  kind       TEXT NOT NULL,
  threshold  TEXT NOT NULL CHECK (threshold IN ('yellow','red','unit_head','deputy_leader','chief_leader')),
  due_at     TEXT NOT NULL,
  crossed_at TEXT NOT NULL,
  fired_at   TEXT NOT NULL,
  PRIMARY KEY ("case", kind, threshold, due_at)
) STRICT, WITHOUT ROWID;
INSERT INTO clock_mark_wider SELECT * FROM clock_mark;
DROP TABLE clock_mark;
ALTER TABLE clock_mark_wider RENAME TO clock_mark;

-- What the board is filtered by, each a stretch of one index (C-4).
ALTER TABLE "case" ADD COLUMN has_order INTEGER NOT NULL DEFAULT 0 CHECK (has_order IN (0,1));
CREATE INDEX case_with_order ON "case" (list_key, id) WHERE has_order = 1;
CREATE INDEX case_with_approval ON "case" (list_key, id) WHERE has_approval = 1;
CREATE INDEX case_of_item ON "case" (item, list_key, id);
CREATE INDEX case_of_channel ON "case" (channel, list_key, id);
