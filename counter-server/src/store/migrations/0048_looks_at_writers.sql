-- What whoever wrote a letter reads of each look at who they are: purpose by a closed list, post and unit of that day, as at
-- the person of a case (P34, P35). A CHECK cannot be widened in place (K27).
CREATE TABLE letter_reveal_wider (
  audit       INTEGER PRIMARY KEY REFERENCES audit (seq),
  letter      TEXT NOT NULL REFERENCES letter (id),
  field       TEXT NOT NULL CHECK (field IN ('name','phone','address')),
  purpose     TEXT NOT NULL CHECK (purpose IN ('contact','identity','materials','delivery','follow_up','supervision','other')),
  at          TEXT NOT NULL,
  role        TEXT NOT NULL,
  unit        TEXT REFERENCES unit (code),
  -- What was written beside the purpose.
  purpose_enc BLOB NOT NULL
) STRICT;
INSERT INTO letter_reveal_wider
  SELECT letter_reveal.audit, letter_reveal.letter, letter_reveal.field, 'other', audit.at,
    coalesce(staff.role, 'clerk'), staff.unit, letter_reveal.purpose_enc
  FROM letter_reveal JOIN audit ON audit.seq = letter_reveal.audit
    LEFT JOIN staff ON audit.actor = 'staff:' || staff.id;
DROP TABLE letter_reveal;
ALTER TABLE letter_reveal_wider RENAME TO letter_reveal;
CREATE INDEX letter_reveal_of_letter ON letter_reveal (letter, audit);
-- Looks stay on record (P39).
CREATE TRIGGER letter_reveal_no_update BEFORE UPDATE ON letter_reveal BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
CREATE TRIGGER letter_reveal_no_delete BEFORE DELETE ON letter_reveal BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
