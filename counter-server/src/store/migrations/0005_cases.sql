-- Personal data: encrypted per column, found only by HMAC (P30, P31).
CREATE TABLE person (
  id          TEXT PRIMARY KEY,
  name_enc    BLOB NOT NULL,
  id_no_enc   BLOB,
  phone_enc   BLOB,
  address_enc BLOB,
  -- Who came in the applicant's place.
  agent_enc   BLOB,
  -- 王*国: the only form that lists may show; made once so that lists need no decryption.
  name_masked TEXT NOT NULL,
  name_look   TEXT NOT NULL,
  id_no_look  TEXT,
  phone_look  TEXT,
  village     TEXT REFERENCES village (code)
) STRICT;
CREATE INDEX person_by_name ON person (name_look);
CREATE INDEX person_by_id_no ON person (id_no_look) WHERE id_no_look IS NOT NULL;
CREATE INDEX person_by_phone ON person (phone_look) WHERE phone_look IS NOT NULL;

-- Serial of case numbers per year and source, gap-free, never reused (C1102).
CREATE TABLE case_counter (
  year   INTEGER NOT NULL,
  source TEXT NOT NULL,
  last   INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (year, source)
) STRICT, WITHOUT ROWID;

-- A projection of case_event (C301); rebuilt rows must equal the stored ones.
CREATE TABLE "case" (
  id           TEXT PRIMARY KEY,
  number       TEXT NOT NULL UNIQUE,
  item         TEXT NOT NULL,
  item_version INTEGER NOT NULL,
  item_name    TEXT NOT NULL,
  case_type    TEXT NOT NULL CHECK (case_type IN ('immediate','deadline')),
  channel      TEXT NOT NULL CHECK (channel IN ('window','village')),
  village      TEXT REFERENCES village (code),
  person       TEXT NOT NULL REFERENCES person (id),
  ticket       TEXT REFERENCES ticket (id),
  unit         TEXT NOT NULL REFERENCES unit (code),
  handler      TEXT REFERENCES staff (id),
  status       TEXT NOT NULL CHECK (status IN ('draft','received','supplement','accepted','reviewing','paused','forwarded','decided','closed','not_applicable','refused','withdrawn','returned','voided')),
  is_open      INTEGER NOT NULL CHECK (is_open IN (0,1)),
  flags        TEXT NOT NULL CHECK (json_valid(flags)),
  received_at  TEXT NOT NULL,
  registered_at TEXT,
  accepted_at  TEXT,
  decided_at   TEXT,
  ended_at     TEXT,
  -- The clock whose light the case shows (C701), copied from case_clock so that lists sort by an index.
  clock_kind   TEXT,
  clock_state  TEXT CHECK (clock_state IN ('running','paused','stopped')),
  due_on       TEXT,
  due_at       TEXT,
  yellow_at    TEXT,
  -- From which day, in which unit the shown clock counts: what "days left" needs at any later moment.
  clock_unit   TEXT CHECK (clock_unit IN ('workday','day')),
  clock_from   TEXT,
  is_provisional INTEGER NOT NULL DEFAULT 0 CHECK (is_provisional IN (0,1)),
  is_on_time   INTEGER CHECK (is_on_time IN (0,1)),
  has_approval INTEGER NOT NULL DEFAULT 0 CHECK (has_approval IN (0,1)),
  query_code_look TEXT NOT NULL,
  token_hash   TEXT NOT NULL UNIQUE,
  -- Place in every list: running clocks by due instant, then open ones that wait, then ended ones, newest first.
  list_key     TEXT NOT NULL,
  -- Calendars and engine the clocks were made with; another one now means reading the open case anew (C305).
  made_with    TEXT NOT NULL,
  rev          INTEGER NOT NULL,
  FOREIGN KEY (item, item_version) REFERENCES item_version (code, version)
) STRICT;
CREATE INDEX case_in_order ON "case" (list_key, id);
CREATE INDEX case_made_with ON "case" (is_open, made_with);
CREATE INDEX case_of_unit ON "case" (unit, list_key, id);
CREATE INDEX case_of_village ON "case" (village, list_key, id) WHERE village IS NOT NULL;
CREATE INDEX case_at_status ON "case" (status, list_key, id);
-- The counts by light, unit and village read this index and no row (U34).
CREATE INDEX case_lights ON "case" (is_open, unit, village, clock_kind, clock_state, due_at, yellow_at);
CREATE INDEX case_of_person ON "case" (person);
CREATE INDEX case_of_ticket ON "case" (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX case_of_code ON "case" (query_code_look);
-- Figures of a month and a day without reading rows (L-1).
CREATE INDEX case_decided ON "case" (decided_at, unit, is_on_time) WHERE decided_at IS NOT NULL;
CREATE INDEX case_accepted ON "case" (accepted_at) WHERE accepted_at IS NOT NULL;
CREATE INDEX case_received ON "case" (received_at, village);

-- The truth of a case (C301). Personal data never is in the payload.
CREATE TABLE case_event (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  "case"      TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  rev         INTEGER NOT NULL CHECK (rev > 0),
  type        TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor       TEXT NOT NULL,
  role        TEXT NOT NULL,
  device      TEXT,
  command_id  TEXT,
  "from"      TEXT,
  "to"        TEXT NOT NULL,
  payload     TEXT NOT NULL CHECK (json_valid(payload)),
  UNIQUE ("case", rev)
) STRICT;
CREATE TRIGGER case_event_no_update BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'case events are append-only'); END;
CREATE TRIGGER case_event_no_delete BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'case events are append-only'); END;

-- What was written by hand with an event; a person may be named in it, so it is encrypted and not part of the event (P30).
CREATE TABLE case_text (
  event    TEXT PRIMARY KEY REFERENCES case_event (id),
  text_enc BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Every look at an unmasked value, with its row of the audit chain; the purpose is written by hand (P34).
CREATE TABLE reveal (
  audit       INTEGER PRIMARY KEY REFERENCES audit (seq),
  "case"      TEXT NOT NULL REFERENCES "case" (id),
  field       TEXT NOT NULL CHECK (field IN ('name','idNo','phone','address')),
  purpose_enc BLOB NOT NULL
) STRICT;

-- What the clocks say; a projection with a fingerprint (C305). next_mark_at drives the tick by one index (C521).
CREATE TABLE case_clock (
  "case"      TEXT NOT NULL REFERENCES "case" (id),
  kind        TEXT NOT NULL CHECK (kind IN ('notice','waiting','committed','statutory','delivery')),
  state       TEXT NOT NULL CHECK (state IN ('running','paused','stopped')),
  -- Null while paused: the date then moves with the day of resuming (C510).
  due_on      TEXT,
  due_at      TEXT,
  yellow_at   TEXT,
  is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0,1)),
  next_mark_at TEXT,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY ("case", kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_clock_next_mark ON case_clock (next_mark_at) WHERE next_mark_at IS NOT NULL;

-- Each crossing once (C521).
CREATE TABLE clock_mark (
  "case"     TEXT NOT NULL REFERENCES "case" (id),
  kind       TEXT NOT NULL,
  threshold  TEXT NOT NULL CHECK (threshold IN ('yellow','red')),
  due_at     TEXT NOT NULL,
  crossed_at TEXT NOT NULL,
  fired_at   TEXT NOT NULL,
  PRIMARY KEY ("case", kind, threshold, due_at)
) STRICT, WITHOUT ROWID;

-- The date the resident was told, by which paper (C520).
CREATE TABLE told_deadline (
  id      TEXT PRIMARY KEY,
  "case"  TEXT NOT NULL REFERENCES "case" (id),
  event   TEXT NOT NULL REFERENCES case_event (id),
  due_on  TEXT NOT NULL,
  calendar TEXT NOT NULL,
  how     TEXT NOT NULL CHECK (how IN ('slip','notice','sms','phone'))
) STRICT;
CREATE INDEX told_deadline_of_case ON told_deadline ("case", id);

-- A paper's own number per kind and year (cases.md 9).
CREATE TABLE paper_counter (
  year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (year, kind)
) STRICT, WITHOUT ROWID;

-- Files by the hash of their plain content (V67); `offset` grows until the file is complete.
CREATE TABLE file (
  sha256      TEXT NOT NULL,
  point       TEXT NOT NULL,
  size        INTEGER NOT NULL CHECK (size > 0),
  mime        TEXT NOT NULL CHECK (mime IN ('image/jpeg','image/png')),
  offset      INTEGER NOT NULL DEFAULT 0,
  stored_as   TEXT,
  named_at    TEXT NOT NULL,
  stored_at   TEXT,
  PRIMARY KEY (sha256, point)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_file (
  "case"   TEXT NOT NULL REFERENCES "case" (id),
  sha256   TEXT NOT NULL,
  point    TEXT NOT NULL,
  role     TEXT NOT NULL,
  PRIMARY KEY ("case", sha256, role),
  FOREIGN KEY (sha256, point) REFERENCES file (sha256, point)
) STRICT, WITHOUT ROWID;

-- The authority of a village case (V9 to V13); the witness is a person and encrypted.
CREATE TABLE agency (
  "case"      TEXT PRIMARY KEY REFERENCES "case" (id),
  village     TEXT NOT NULL REFERENCES village (code),
  agent       TEXT NOT NULL REFERENCES staff (id),
  relation    TEXT NOT NULL,
  powers      TEXT NOT NULL CHECK (json_valid(powers)),
  until       TEXT NOT NULL,
  signed_as   TEXT NOT NULL CHECK (signed_as IN ('glass','paper','fingerprint')),
  signature   TEXT NOT NULL,
  witness_enc BLOB,
  allows_deputy INTEGER NOT NULL CHECK (allows_deputy IN (0,1)),
  consent_version INTEGER NOT NULL,
  is_relative INTEGER NOT NULL CHECK (is_relative IN (0,1)),
  captured_at TEXT NOT NULL
) STRICT;

-- Serial of the agency log book per point and year, by the node, without gaps (V16).
CREATE TABLE log_book (
  village TEXT NOT NULL REFERENCES village (code),
  year    INTEGER NOT NULL,
  serial  INTEGER NOT NULL,
  "case"  TEXT NOT NULL UNIQUE REFERENCES "case" (id),
  agent   TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (village, year, serial)
) STRICT, WITHOUT ROWID;
