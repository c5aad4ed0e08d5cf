-- A sheet of open cases of an old ledger, entered by one person and imported by another (C603 for ledgers, K52).
CREATE TABLE ledger_import (
  id         TEXT PRIMARY KEY,
  state      TEXT NOT NULL CHECK (state IN ('entered','imported','withdrawn')),
  file_name  TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  -- Rows of the sheet, and where its cases begin and end among the numbers of the hall.
  rows       INTEGER NOT NULL CHECK (rows > 0),
  first_number TEXT,
  last_number  TEXT,
  -- The rows themselves name people: sealed while they wait, and gone once it is settled (P30).
  cells_enc  BLOB,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  settled_by TEXT,
  settled_at TEXT,
  CHECK ((state = 'entered') = (cells_enc IS NOT NULL)),
  CHECK ((state = 'entered') = (settled_at IS NULL))
) STRICT;
CREATE INDEX ledger_import_in_order ON ledger_import (entered_at);
-- The same sheet waits once.
CREATE UNIQUE INDEX ledger_import_waiting ON ledger_import (sha256) WHERE state = 'entered';
CREATE TRIGGER ledger_import_no_delete BEFORE DELETE ON ledger_import BEGIN SELECT RAISE(ABORT, 'an import stays on record'); END;

-- Another number a case is known by: the one of the old ledger. A number names one case for ever (C1102).
CREATE TABLE case_alias (
  alias  TEXT PRIMARY KEY,
  "case" TEXT NOT NULL REFERENCES "case" (id),
  ledger TEXT NOT NULL REFERENCES ledger_import (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_alias_of_case ON case_alias ("case");

-- What the old ledger promised was told by that ledger (C520).
CREATE TABLE told_deadline_new (
  id      TEXT PRIMARY KEY,
  "case"  TEXT NOT NULL REFERENCES "case" (id),
  event   TEXT NOT NULL REFERENCES case_event (id),
  due_on  TEXT NOT NULL,
  calendar TEXT NOT NULL,
  how     TEXT NOT NULL CHECK (how IN ('slip','notice','sms','phone','ledger'))
) STRICT;
INSERT INTO told_deadline_new SELECT id, "case", event, due_on, calendar, how FROM told_deadline;
DROP TABLE told_deadline;
ALTER TABLE told_deadline_new RENAME TO told_deadline;
CREATE INDEX told_deadline_of_case ON told_deadline ("case", id);
