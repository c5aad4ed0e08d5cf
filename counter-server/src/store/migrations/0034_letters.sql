-- 诉求件 (cases.md 13): letters, calls, visits, boxes and books. The letter is its events; this row is made of them (C301, C1302).
CREATE TABLE letter (
  id           TEXT PRIMARY KEY,
  number       TEXT NOT NULL UNIQUE,
  channel      TEXT NOT NULL CHECK (channel IN ('visit','phone','secretary_box','magistrate_box','unit_box','township_box','website','opinion_box','opinion_book','hotline','supervision_phone')),
  topic        TEXT NOT NULL CHECK (topic IN ('consult','suggest','praise','complaint','help','investigate','hard','personal_data')),
  -- Null for an anonymous letter (C1304).
  person       TEXT REFERENCES person (id),
  status       TEXT NOT NULL CHECK (status IN ('registered','assigned','answering','to_sign','replied','closed','redirected','duplicate','no_contact')),
  flags        TEXT NOT NULL CHECK (json_valid(flags)),
  unit         TEXT REFERENCES unit (code),
  handler      TEXT REFERENCES staff (id),
  external_number TEXT,
  original     TEXT REFERENCES letter (id),
  received_at  TEXT NOT NULL,
  replied_at   TEXT,
  ended_at     TEXT,
  way          TEXT CHECK (way IN ('read_out','in_writing','in_book','on_spot','by_code')),
  satisfied    TEXT CHECK (satisfied IN ('yes','no','not_said')),
  -- The clock whose light the letter shows, so that lists sort and filter by an index (C701).
  clock_kind   TEXT CHECK (clock_kind IN ('committed','notice')),
  clock_state  TEXT CHECK (clock_state IN ('running','stopped')),
  due_on       TEXT,
  due_at       TEXT,
  yellow_at    TEXT,
  is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0,1)),
  is_on_time   INTEGER CHECK (is_on_time IN (0,1)),
  has_order    INTEGER NOT NULL CHECK (has_order IN (0,1)),
  next_mark_at TEXT,
  list_key     TEXT NOT NULL,
  made_with    TEXT NOT NULL,
  query_code_look TEXT NOT NULL,
  token_hash   TEXT NOT NULL UNIQUE,
  rev          INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_in_order ON letter (list_key, id);
CREATE INDEX letter_of_unit ON letter (unit, list_key, id);
CREATE INDEX letter_of_channel ON letter (channel, list_key, id);
CREATE INDEX letter_at_status ON letter (status, list_key, id);
CREATE INDEX letter_next_mark ON letter (next_mark_at) WHERE next_mark_at IS NOT NULL;
-- The count of a period: letters answered, in time, satisfied, by channel (C1303).
CREATE INDEX letter_replied ON letter (replied_at, channel, is_on_time, satisfied) WHERE replied_at IS NOT NULL;
CREATE INDEX letter_received ON letter (received_at, channel);
CREATE INDEX letter_of_person ON letter (person) WHERE person IS NOT NULL;

-- The truth of a letter (C301).
CREATE TABLE letter_event (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  letter      TEXT NOT NULL REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
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
  UNIQUE (letter, rev)
) STRICT;
CREATE TRIGGER letter_event_no_update BEFORE UPDATE ON letter_event BEGIN SELECT RAISE(ABORT, 'letter events are append-only'); END;
CREATE TRIGGER letter_event_no_delete BEFORE DELETE ON letter_event BEGIN SELECT RAISE(ABORT, 'letter events are append-only'); END;

-- Everything that was written by hand with an event, sealed as one form (P30).
CREATE TABLE letter_text (
  event     TEXT PRIMARY KEY REFERENCES letter_event (id),
  words_enc BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Every look at a name or a number in full, with its row of the audit chain (P34).
CREATE TABLE letter_reveal (
  audit       INTEGER PRIMARY KEY REFERENCES audit (seq),
  letter      TEXT NOT NULL REFERENCES letter (id),
  field       TEXT NOT NULL CHECK (field IN ('name','phone','address')),
  purpose_enc BLOB NOT NULL
) STRICT;

-- 意见箱: opened weekly by two, what lay in it counted (cases.md 13).
CREATE TABLE box_opening (
  id        TEXT PRIMARY KEY,
  opened_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  first     TEXT NOT NULL REFERENCES staff (id),
  second    TEXT NOT NULL REFERENCES staff (id),
  count     INTEGER NOT NULL CHECK (count >= 0),
  CHECK (first <> second)
) STRICT;
CREATE INDEX box_opening_by_day ON box_opening (opened_on, id);

-- 24小时值班: who answers the phone on a day, and which leader is told of what is urgent.
CREATE TABLE duty_roster (
  day    TEXT PRIMARY KEY,
  staff  TEXT NOT NULL REFERENCES staff (id),
  leader TEXT NOT NULL REFERENCES staff (id),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;
