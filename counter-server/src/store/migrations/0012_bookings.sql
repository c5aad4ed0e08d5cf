-- A place in a band of a day (Q36 to Q39). It is no ticket; check-in makes one.
CREATE TABLE booking (
  id          TEXT PRIMARY KEY,
  date        TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  band        TEXT NOT NULL CHECK (band GLOB '[0-2][0-9]:[0-5][0-9]'),
  topic       TEXT NOT NULL REFERENCES topic (key),
  status      TEXT NOT NULL CHECK (status IN ('booked','arrived','no_show','cancelled')),
  channel     TEXT NOT NULL CHECK (channel IN ('phone','desk','moved')),
  -- Who booked: a keyed hash, and the masked number sealed; both are wiped when the day is over.
  person_look TEXT,
  phone_enc   BLOB,
  code_look   TEXT NOT NULL,
  token_hash  TEXT NOT NULL UNIQUE,
  made_at     TEXT NOT NULL,
  ticket      TEXT REFERENCES ticket (id),
  moved_from  TEXT REFERENCES ticket (id),
  version     INTEGER NOT NULL,
  CHECK ((status = 'arrived') = (ticket IS NOT NULL))
) STRICT;
-- One live booking of a person for a date and a topic (queue.md 1).
CREATE UNIQUE INDEX booking_one_per_person ON booking (person_look, date, topic) WHERE status = 'booked' AND person_look IS NOT NULL;
-- The places of a band, and the list of a day (Q38).
CREATE INDEX booking_of_band ON booking (date, band);
CREATE INDEX booking_of_code ON booking (code_look);
-- Who is still to come: the sweep for no-shows reads nothing else (Q39).
CREATE INDEX booking_open ON booking (date) WHERE status = 'booked';
CREATE INDEX booking_with_person ON booking (date) WHERE person_look IS NOT NULL;
-- The nightly check reads by the day of making (Q67).
CREATE INDEX booking_by_making ON booking (made_at);
