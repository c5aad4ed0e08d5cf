-- A block of emergency numbers that a kiosk holds for one date (Q46).
CREATE TABLE lease (
  id            TEXT PRIMARY KEY,
  device        TEXT NOT NULL REFERENCES device (id),
  business_date TEXT NOT NULL CHECK (business_date GLOB '????-??-??'),
  granted_at    TEXT NOT NULL,
  closed_at     TEXT
) STRICT;
CREATE INDEX lease_of_device ON lease (device, business_date);
CREATE INDEX lease_open ON lease (business_date) WHERE closed_at IS NULL;

-- Each lent number. The key says that none is in two leases; the state, how it ended (Q46). Secrets as hashes (Q7).
CREATE TABLE lease_number (
  business_date   TEXT NOT NULL,
  serial          INTEGER NOT NULL CHECK (serial BETWEEN 901 AND 999),
  lease           TEXT NOT NULL REFERENCES lease (id),
  state           TEXT NOT NULL CHECK (state IN ('leased','used','void','lost')),
  ticket          TEXT REFERENCES ticket (id),
  query_code_look TEXT NOT NULL,
  token_hash      TEXT NOT NULL UNIQUE,
  PRIMARY KEY (business_date, serial),
  -- A number is queued once, and only a used one is.
  CHECK ((state = 'used') = (ticket IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX lease_number_ticket ON lease_number (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX lease_number_of_lease ON lease_number (lease, serial);

-- What did not fit is kept whole until somebody settles it (Q50).
CREATE TABLE lease_attention (
  id            TEXT PRIMARY KEY,
  device        TEXT NOT NULL REFERENCES device (id),
  -- The same command sent again is the same row.
  content_hash  TEXT NOT NULL UNIQUE,
  command       TEXT NOT NULL CHECK (json_valid(command)),
  code          TEXT NOT NULL,
  received_at   TEXT NOT NULL,
  settled_at    TEXT,
  settled_as    TEXT CHECK (settled_as IN ('queue','dismiss')),
  CHECK ((settled_at IS NULL) = (settled_as IS NULL))
) STRICT;
CREATE INDEX lease_attention_open ON lease_attention (received_at) WHERE settled_at IS NULL;
