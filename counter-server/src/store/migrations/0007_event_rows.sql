-- What an event did to the rows of the hall, so that they can be made again from events alone (Q67):
-- [[table, key, {column: value}], …], a removed row with null. Secrets are never among them.
ALTER TABLE journal ADD COLUMN rows TEXT CHECK (rows IS NULL OR json_valid(rows));
-- Reports and the nightly check read the events of a day.
CREATE INDEX journal_of_day ON journal (business_date, type);
CREATE INDEX duty_by_opening ON duty (opened_at);
CREATE INDEX print_job_of_ticket ON print_job (ticket);
-- Rows that are older than this have no such events; the check begins with the day after.
INSERT INTO store_meta SELECT 'rows_since', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE EXISTS (SELECT 1 FROM journal);
