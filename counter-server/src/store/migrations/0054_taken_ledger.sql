-- Who has decided to take a ledger over, while its cases come in a few at a time; the numbers are given with that decision. A crash
-- goes on where it stopped before anybody is served, so a ledger is never half in (K52).
ALTER TABLE ledger_import ADD COLUMN taken_by TEXT CHECK (taken_by IS NULL OR json_valid(taken_by));
-- One comes in after the other.
CREATE UNIQUE INDEX ledger_import_coming ON ledger_import (state) WHERE state = 'entered' AND taken_by IS NOT NULL;
