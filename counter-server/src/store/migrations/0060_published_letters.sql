-- An answer that is public (C1303): since when, and the event that holds the words without names.
ALTER TABLE letter ADD COLUMN published_at TEXT;
ALTER TABLE letter ADD COLUMN published_text TEXT;
CREATE INDEX letter_published ON letter (published_at, id) WHERE published_at IS NOT NULL;
-- Who wrote it, where that was registered wrongly: by which event, and null for nobody's name; what was registered stays (C302).
ALTER TABLE letter ADD COLUMN writer_event TEXT;
ALTER TABLE letter ADD COLUMN writer_person TEXT REFERENCES person (id);
