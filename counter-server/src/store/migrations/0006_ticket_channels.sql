-- Numbers also come from the hall guide, a village agent's batch and spare paper; a CHECK cannot be widened in place (K27).
CREATE TABLE ticket_wider (
  id            TEXT PRIMARY KEY,
  business_date TEXT NOT NULL CHECK (business_date GLOB '????-??-??'),
  prefix        TEXT NOT NULL,
  serial        INTEGER NOT NULL CHECK (serial > 0),
  number        TEXT NOT NULL,
  line          TEXT NOT NULL REFERENCES line (key),
  topic         TEXT NOT NULL REFERENCES topic (key),
  cls           TEXT NOT NULL CHECK (cls IN ('ordinary','priority','appointment')),
  channel       TEXT NOT NULL CHECK (channel IN ('kiosk','desk','guide','village','paper')),
  status        TEXT NOT NULL CHECK (status IN ('waiting','called','serving','held','missed','served','absent','moved','cancelled')),
  issued_at     TEXT NOT NULL,
  base_ms       INTEGER NOT NULL,
  call_key      INTEGER NOT NULL,
  issue_order   INTEGER NOT NULL,
  weight        INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 10),
  directed_window INTEGER REFERENCES "window" ("window"),
  "window"      INTEGER REFERENCES "window" ("window"),
  leg           INTEGER NOT NULL DEFAULT 0,
  call_no       INTEGER NOT NULL DEFAULT 0,
  counted_calls INTEGER NOT NULL DEFAULT 0,
  last_counted_call_at TEXT,
  last_call_at  TEXT,
  called_at     TEXT,
  first_called_at TEXT,
  started_at    TEXT,
  finished_at   TEXT,
  held_at       TEXT,
  missed_at     TEXT,
  cancelled_at  TEXT,
  cancelled_from TEXT,
  outcome       TEXT CHECK (outcome IN ('accepted','finished_on_spot','consulted','supplement_told','referred','left')),
  rejoins       INTEGER NOT NULL DEFAULT 0,
  postpones     INTEGER NOT NULL DEFAULT 0,
  overtaken     INTEGER NOT NULL DEFAULT 0,
  protected_at  TEXT,
  case_id       TEXT,
  needs_spoken_call INTEGER NOT NULL DEFAULT 0 CHECK (needs_spoken_call IN (0,1)),
  quote         TEXT CHECK (json_valid(quote)),
  query_code_look TEXT NOT NULL,
  token_hash    TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL,
  UNIQUE (business_date, prefix, serial),
  UNIQUE (business_date, issue_order),
  CHECK (status NOT IN ('called','serving','held') OR "window" IS NOT NULL)
) STRICT;
INSERT INTO ticket_wider SELECT * FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_wider RENAME TO ticket;
-- A window holds at most one called or served ticket, whatever the code believes (QI13).
CREATE UNIQUE INDEX ticket_one_live_per_window ON ticket ("window") WHERE status IN ('called','serving');
-- The call order (Q14).
CREATE INDEX ticket_waiting ON ticket (business_date, call_key, issue_order) WHERE status = 'waiting';
CREATE INDEX ticket_live ON ticket (business_date, status) WHERE status IN ('called','serving','held','missed');
CREATE INDEX ticket_of_day ON ticket (business_date, number);
