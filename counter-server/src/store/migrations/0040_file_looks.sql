-- Who opened a file of a case, as the resident reads it: post and unit of that day (C303, P35).
CREATE TABLE file_look (
  audit  INTEGER PRIMARY KEY REFERENCES audit (seq),
  "case" TEXT NOT NULL REFERENCES "case" (id),
  at     TEXT NOT NULL,
  role   TEXT NOT NULL CHECK (role IN ('clerk','handler','agent','supervisor')),
  unit   TEXT REFERENCES unit (code)
) STRICT;
CREATE INDEX file_look_of_case ON file_look ("case", audit);
CREATE TRIGGER file_look_no_update BEFORE UPDATE ON file_look BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
CREATE TRIGGER file_look_no_delete BEFORE DELETE ON file_look BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
