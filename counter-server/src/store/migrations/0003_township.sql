CREATE TABLE unit (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('unit','front-desk')),
  line TEXT NOT NULL REFERENCES line (key),
  phone TEXT NOT NULL
) STRICT;

CREATE TABLE village (
  code  TEXT PRIMARY KEY CHECK (code GLOB '[0-9][0-9]'),
  name  TEXT NOT NULL,
  point TEXT NOT NULL,
  phone TEXT NOT NULL,
  last_contact_at TEXT,
  unsent_reported INTEGER
) STRICT;

-- A business line owns one number series (Q1, Q2).
CREATE TABLE line (
  key    TEXT PRIMARY KEY,
  prefix TEXT NOT NULL UNIQUE,
  spoken TEXT NOT NULL,
  name   TEXT NOT NULL
) STRICT;

-- A tile of the kiosk: routes to a line and names the unit behind it.
CREATE TABLE topic (
  key  TEXT PRIMARY KEY,
  line TEXT NOT NULL REFERENCES line (key),
  unit TEXT NOT NULL REFERENCES unit (code),
  place INTEGER NOT NULL,
  service_minutes REAL NOT NULL CHECK (service_minutes > 0)
) STRICT;

CREATE TABLE "window" (
  "window" INTEGER PRIMARY KEY CHECK ("window" BETWEEN 1 AND 99),
  name     TEXT NOT NULL,
  retired_at TEXT
) STRICT;

CREATE TABLE window_service (
  "window" INTEGER NOT NULL REFERENCES "window" ("window"),
  topic    TEXT NOT NULL REFERENCES topic (key),
  rank     TEXT NOT NULL CHECK (rank IN ('main','helps')),
  PRIMARY KEY ("window", topic)
) STRICT, WITHOUT ROWID;

-- Immutable versions of catalogue items; a case keeps the version of its receipt (C101).
CREATE TABLE item_version (
  code           TEXT NOT NULL,
  version        INTEGER NOT NULL,
  effective_from TEXT NOT NULL,
  name           TEXT NOT NULL,
  initials       TEXT NOT NULL,
  unit           TEXT NOT NULL REFERENCES unit (code),
  case_type      TEXT NOT NULL CHECK (case_type IN ('immediate','deadline')),
  village_agency INTEGER NOT NULL CHECK (village_agency IN (0,1)),
  in_person_required INTEGER NOT NULL CHECK (in_person_required IN (0,1)),
  confidentiality TEXT NOT NULL CHECK (confidentiality IN ('normal','sensitive','minor','restricted','whistleblower')),
  stopped_on     TEXT,
  content        TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER item_version_no_update BEFORE UPDATE OF code, version, effective_from, name, unit, case_type, content ON item_version
BEGIN SELECT RAISE(ABORT, 'a published item version never changes'); END;

-- Immutable calendar versions with the notice as source (C601).
CREATE TABLE calendar_version (
  year    INTEGER NOT NULL,
  version INTEGER NOT NULL,
  status  TEXT NOT NULL CHECK (status IN ('official','provisional')),
  horizon TEXT,
  source_title  TEXT NOT NULL,
  source_number TEXT NOT NULL,
  source_issuer TEXT NOT NULL,
  source_date   TEXT NOT NULL,
  applied_at    TEXT NOT NULL,
  PRIMARY KEY (year, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_day (
  year    INTEGER NOT NULL,
  version INTEGER NOT NULL,
  date    TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  kind    TEXT NOT NULL CHECK (kind IN ('statutory','arranged','makeup')),
  name    TEXT NOT NULL,
  PRIMARY KEY (year, version, date),
  FOREIGN KEY (year, version) REFERENCES calendar_version (year, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER calendar_day_no_update BEFORE UPDATE ON calendar_day BEGIN SELECT RAISE(ABORT, 'a calendar version never changes'); END;
CREATE TRIGGER calendar_day_no_delete BEFORE DELETE ON calendar_day BEGIN SELECT RAISE(ABORT, 'a calendar version never changes'); END;

-- Office hours have an effective date; the due instant uses those of the due day (C609).
CREATE TABLE office_hours (
  "from"   TEXT PRIMARY KEY,
  sessions TEXT NOT NULL CHECK (json_valid(sessions))
) STRICT;
