-- Where the papers of a kiosk or a desk come out, as an administrator set it (Q44). No row: the browser prints, on 80 mm.
CREATE TABLE printer (
  place    TEXT PRIMARY KEY CHECK (place = coalesce('device:' || device, 'window:' || "window")),
  device   TEXT REFERENCES device (id),
  "window" INTEGER REFERENCES "window" ("window"),
  kind     TEXT NOT NULL CHECK (kind IN ('browser','network')),
  host     TEXT,
  port     INTEGER CHECK (port BETWEEN 1024 AND 65535),
  width    INTEGER NOT NULL CHECK (width IN (58,80)),
  CHECK ((device IS NULL) <> ("window" IS NULL)),
  CHECK ((kind = 'network') = (host IS NOT NULL) AND (kind = 'network') = (port IS NOT NULL))
) STRICT;

ALTER TABLE print_job ADD COLUMN sent_at TEXT;
-- The place whose printer was given the paper; null as long as it was given to none.
ALTER TABLE print_job ADD COLUMN printer TEXT;
ALTER TABLE print_job ADD COLUMN fault TEXT CHECK (fault IN ('paper_out','cover_open','offline','unreachable','cut_off','no_answer'));
-- The trail of one ticket's papers; each has its own place in it (U30).
DROP INDEX print_job_of_ticket;
CREATE UNIQUE INDEX print_job_trail ON print_job (ticket, nth);
-- What a stopped server left behind (Q44).
CREATE INDEX print_job_sent ON print_job (state) WHERE state = 'sent';

-- What the printer of a device said is wrong, beside the warning itself (Q45).
ALTER TABLE device ADD COLUMN printer_fault TEXT CHECK (printer_fault IN ('paper_out','cover_open','offline','unreachable','cut_off','no_answer'));
-- The argon2id hash of the number that opens the staff page of a kiosk (K-10).
ALTER TABLE device ADD COLUMN pin_hash TEXT;
-- CSS pixels per millimetre as somebody measured them at the screen (U2); null: not calibrated.
ALTER TABLE device ADD COLUMN px_per_mm REAL CHECK (px_per_mm BETWEEN 1 AND 30);
