-- By which document somebody is known (C1106), and whom to call for somebody without a phone (C1107).
ALTER TABLE person ADD COLUMN id_kind TEXT NOT NULL DEFAULT 'id_card'
  CHECK (id_kind IN ('id_card','household_book','residence_permit','passport','none'));
UPDATE person SET id_kind = 'none' WHERE id_no_enc IS NULL;
ALTER TABLE person ADD COLUMN contact_enc BLOB;
-- When its personal columns were removed (C1501); the row stays for the cases that name it.
ALTER TABLE person ADD COLUMN erased_at TEXT;

-- What a resident reads of each look at his data: purpose by a closed list, post and unit of that day (P34, P35).
-- A CHECK cannot be widened in place (K27).
CREATE TABLE reveal_wider (
  audit       INTEGER PRIMARY KEY REFERENCES audit (seq),
  "case"      TEXT NOT NULL REFERENCES "case" (id),
  field       TEXT NOT NULL CHECK (field IN ('name','idNo','phone','address','contact')),
  purpose     TEXT NOT NULL CHECK (purpose IN ('contact','identity','materials','delivery','follow_up','supervision','other')),
  at          TEXT NOT NULL,
  role        TEXT NOT NULL,
  unit        TEXT REFERENCES unit (code),
  -- What was written beside the purpose.
  purpose_enc BLOB NOT NULL
) STRICT;
INSERT INTO reveal_wider SELECT reveal.audit, reveal."case", reveal.field, 'other', audit.at,
    coalesce(staff.role, 'clerk'), staff.unit, reveal.purpose_enc
  FROM reveal JOIN audit ON audit.seq = reveal.audit LEFT JOIN staff ON audit.actor = 'staff:' || staff.id;
DROP TABLE reveal;
ALTER TABLE reveal_wider RENAME TO reveal;
CREATE INDEX reveal_of_case ON reveal ("case", audit);
-- Unmasking is permanent (P39).
CREATE TRIGGER reveal_no_update BEFORE UPDATE ON reveal BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
CREATE TRIGGER reveal_no_delete BEFORE DELETE ON reveal BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
