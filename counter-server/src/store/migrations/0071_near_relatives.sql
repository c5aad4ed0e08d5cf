-- What an item says of village committees and of near relatives (V11, V12); versions that stand say it from now on too.
ALTER TABLE item_version ADD COLUMN committee_may_ask INTEGER NOT NULL DEFAULT 0 CHECK (committee_may_ask IN (0,1));
ALTER TABLE item_version ADD COLUMN relative_filing INTEGER NOT NULL DEFAULT 0 CHECK (relative_filing IN (0,1));
DROP TRIGGER item_version_no_update;
-- The list that stood in the product until now: 低保, 特困.
UPDATE item_version SET committee_may_ask = 1 WHERE code IN ('MZ-001', 'MZ-003');
UPDATE item_version SET relative_filing = 1
  WHERE case_type = 'deadline' AND json_extract(content, '$.category') = '社会救助';
CREATE TRIGGER item_version_no_update BEFORE UPDATE ON item_version
BEGIN SELECT RAISE(ABORT, 'a published item version never changes'); END;

-- Cases of near relatives, as declared or found later, of the villages and of the hall (V12).
DROP INDEX agency_of_relative;
CREATE INDEX case_of_relative ON "case" (received_at, id) WHERE instr(flags, '"relative"') > 0;
