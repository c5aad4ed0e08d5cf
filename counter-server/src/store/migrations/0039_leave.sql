-- B岗: who stands in for a handler, and from which to which day he does (C403, C704).
ALTER TABLE staff ADD COLUMN deputy TEXT REFERENCES staff (id);
ALTER TABLE staff ADD COLUMN away_from TEXT;
ALTER TABLE staff ADD COLUMN away_until TEXT CHECK (away_until IS NULL OR away_until >= away_from);
CREATE INDEX staff_of_deputy ON staff (deputy) WHERE deputy IS NOT NULL;

-- A person's own cases, the most urgent first: the own day, and what is handed over at a leave.
CREATE INDEX case_of_handler ON "case" (handler, list_key, id) WHERE handler IS NOT NULL;
