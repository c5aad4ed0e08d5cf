-- Reasons, organs and remarks of an act are sealed like its note (P30): a JSON form of all words of an event.
-- 0: one text as it was written, the way it was kept before.
ALTER TABLE case_text ADD COLUMN is_form INTEGER NOT NULL DEFAULT 0 CHECK (is_form IN (0,1));
