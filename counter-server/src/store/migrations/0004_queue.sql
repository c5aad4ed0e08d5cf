-- A duty 在岗: one clerk at one window (Q20). Open until closed_at is set.
CREATE TABLE duty (
  id        TEXT PRIMARY KEY,
  "window"  INTEGER NOT NULL REFERENCES "window" ("window"),
  staff     TEXT NOT NULL REFERENCES staff (id),
  device    TEXT,
  opened_at TEXT NOT NULL,
  -- Why it was taken over from somebody; null when the window was free (Q20).
  taken_over TEXT,
  closed_at TEXT,
  paused_at TEXT,
  reason    TEXT,
  until     TEXT,
  CHECK (paused_at IS NULL OR reason IS NOT NULL)
) STRICT;
-- Open duty: one per window and one per clerk (queue.md 1).
CREATE UNIQUE INDEX duty_one_per_window ON duty ("window") WHERE closed_at IS NULL;
CREATE UNIQUE INDEX duty_one_per_staff ON duty (staff) WHERE closed_at IS NULL;

-- The last number of a series on a day; raised in the issuing transaction (Q1). Series '#' counts issue orders.
CREATE TABLE number_counter (
  business_date TEXT NOT NULL,
  series        TEXT NOT NULL,
  last          INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (business_date, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
  id            TEXT PRIMARY KEY,
  business_date TEXT NOT NULL CHECK (business_date GLOB '????-??-??'),
  prefix        TEXT NOT NULL,
  serial        INTEGER NOT NULL CHECK (serial > 0),
  number        TEXT NOT NULL,
  line          TEXT NOT NULL REFERENCES line (key),
  topic         TEXT NOT NULL REFERENCES topic (key),
  cls           TEXT NOT NULL CHECK (cls IN ('ordinary','priority','appointment')),
  channel       TEXT NOT NULL CHECK (channel IN ('kiosk','desk')),
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
-- A window holds at most one called or served ticket, whatever the code believes (QI13).
CREATE UNIQUE INDEX ticket_one_live_per_window ON ticket ("window") WHERE status IN ('called','serving');
-- The call order (Q14).
CREATE INDEX ticket_waiting ON ticket (business_date, call_key, issue_order) WHERE status = 'waiting';
CREATE INDEX ticket_live ON ticket (business_date, status) WHERE status IN ('called','serving','held','missed');
CREATE INDEX ticket_of_day ON ticket (business_date, number);

-- One stay at one window, from call to end.
CREATE TABLE leg (
  ticket     TEXT NOT NULL REFERENCES ticket (id),
  leg        INTEGER NOT NULL,
  "window"   INTEGER NOT NULL,
  duty       TEXT NOT NULL REFERENCES duty (id),
  called_at  TEXT NOT NULL,
  started_at TEXT,
  ended_at   TEXT,
  ended_as   TEXT,
  outcome    TEXT,
  topic_served TEXT,
  -- Why this one (Q19): keys, order, tier, those passed.
  why        TEXT NOT NULL CHECK (json_valid(why)),
  PRIMARY KEY (ticket, leg)
) STRICT, WITHOUT ROWID;
CREATE INDEX leg_of_topic ON leg (topic_served, ended_at) WHERE ended_as = 'served';
CREATE INDEX leg_of_window ON leg ("window", ended_at) WHERE ended_as = 'served';

-- The announcement ledger (Q51 to Q53): gap-free, each call, recall and return.
CREATE TABLE announcement (
  seq        INTEGER PRIMARY KEY,
  business_date TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('call','recall','return')),
  ticket     TEXT NOT NULL REFERENCES ticket (id),
  number     TEXT NOT NULL,
  tag        TEXT CHECK (tag IN ('priority','appointment')),
  "window"   INTEGER NOT NULL,
  call_no    INTEGER NOT NULL,
  at         TEXT NOT NULL,
  clips      TEXT NOT NULL CHECK (json_valid(clips)),
  shown_at   TEXT,
  spoken_at  TEXT,
  path       TEXT CHECK (path IN ('clips','speech','chime')),
  withdrawn_at TEXT,
  expired_at TEXT
) STRICT;
CREATE INDEX announcement_of_ticket ON announcement (ticket, seq);
CREATE INDEX announcement_recent ON announcement (at);

-- A paper on its way (Q44).
CREATE TABLE print_job (
  id         TEXT PRIMARY KEY,
  ticket     TEXT NOT NULL REFERENCES ticket (id),
  device     TEXT,
  state      TEXT NOT NULL CHECK (state IN ('queued','sent','printed','failed','unknown')),
  nth        INTEGER NOT NULL DEFAULT 1,
  queued_at  TEXT NOT NULL,
  reported_at TEXT
) STRICT;
CREATE INDEX print_job_of_device ON print_job (device, queued_at);
-- One automatic print per ticket (queue.md 1).
CREATE UNIQUE INDEX print_job_first ON print_job (ticket) WHERE nth = 1;
