-- Possible duplicates, and where a merged case leads to (C445): projections of duplicate.* and case.merged events.
ALTER TABLE "case" ADD COLUMN has_duplicate INTEGER NOT NULL DEFAULT 0 CHECK (has_duplicate IN (0,1));
ALTER TABLE "case" ADD COLUMN merged_into TEXT REFERENCES "case" (id);
UPDATE "case" SET has_duplicate = 1 WHERE EXISTS (SELECT 1 FROM json_each("case".flags) WHERE value = 'possible_duplicate');
CREATE INDEX case_with_duplicate ON "case" (list_key, id) WHERE has_duplicate = 1;
