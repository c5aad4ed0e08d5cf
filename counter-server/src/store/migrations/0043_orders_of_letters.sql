-- An order may be given on a letter as on a case (C705, C1302), so that all of them stand in one list. A column cannot be
-- made optional in place (K27). The events that issue, answer and close one lie in case_event or in letter_event.
CREATE TABLE supervision_order_new (
  id           TEXT PRIMARY KEY,
  "case"       TEXT REFERENCES "case" (id),
  letter       TEXT REFERENCES letter (id),
  number       TEXT NOT NULL UNIQUE,
  level        TEXT NOT NULL CHECK (level IN ('unit_head','deputy_leader','chief_leader')),
  unit         TEXT NOT NULL REFERENCES unit (code),
  rule         TEXT NOT NULL CHECK (rule IN ('overdue','overdue_statutory','due_soon','complaint','other')),
  issuer       TEXT NOT NULL CHECK (issuer IN ('system','supervisor','leader')),
  issued_at    TEXT NOT NULL,
  reply_due_on TEXT NOT NULL,
  reply_due_at TEXT NOT NULL,
  replied_at   TEXT,
  reply_event  TEXT,
  closed_at    TEXT,
  close_event  TEXT,
  CHECK (("case" IS NULL) <> (letter IS NULL))
) STRICT;
INSERT INTO supervision_order_new
  SELECT id, "case", NULL, number, level, unit, rule, issuer, issued_at, reply_due_on, reply_due_at, replied_at, reply_event,
    closed_at, close_event FROM supervision_order;
-- Orders on letters stood in their events alone. One that nobody has answered goes with its letter (C801).
INSERT INTO supervision_order_new
  SELECT issued.id, NULL, issued.letter, issued.payload ->> 'number', issued.payload ->> 'level',
    (SELECT assigned.payload ->> 'unit' FROM letter_event AS assigned
      WHERE assigned.letter = issued.letter AND assigned.type = 'letter.assigned'
        AND assigned.seq < coalesce(replied.seq, closed.seq, 9000000000000000)
      ORDER BY assigned.seq DESC LIMIT 1),
    issued.payload ->> 'rule', issued.payload ->> 'issuer', issued.occurred_at, issued.payload ->> 'replyDueOn',
    issued.payload ->> 'replyDueAt', replied.occurred_at, replied.id, closed.occurred_at, closed.id
  FROM letter_event AS issued
  LEFT JOIN letter_event AS replied
    ON replied.letter = issued.letter AND replied.type = 'order.replied' AND replied.payload ->> 'order' = issued.id
  LEFT JOIN letter_event AS closed
    ON closed.letter = issued.letter AND closed.type = 'order.closed' AND closed.payload ->> 'order' = issued.id
  WHERE issued.type = 'order.issued'
    -- An order on a letter that no unit had is an order to nobody: the replay passes over it, and so does this table (C301).
    AND (SELECT place.type FROM letter_event AS place
      WHERE place.letter = issued.letter AND place.type IN ('letter.assigned','letter.sent_back') AND place.seq < issued.seq
      ORDER BY place.seq DESC LIMIT 1) = 'letter.assigned';
DROP TABLE supervision_order;
ALTER TABLE supervision_order_new RENAME TO supervision_order;
-- One open order per case or letter and level, whatever the code believes (C705).
CREATE UNIQUE INDEX order_one_open ON supervision_order ("case", level) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX order_one_open_of_letter ON supervision_order (letter, level) WHERE closed_at IS NULL;
CREATE INDEX order_of_case ON supervision_order ("case", issued_at);
CREATE INDEX order_of_letter ON supervision_order (letter, issued_at) WHERE letter IS NOT NULL;
CREATE INDEX order_open ON supervision_order (reply_due_at, id) WHERE closed_at IS NULL;
CREATE INDEX order_open_of_unit ON supervision_order (unit, reply_due_at, id) WHERE closed_at IS NULL;
