-- The hall's files beside the villages', PDF among them (P42); a CHECK cannot be widened in place (K27). `point` is 00 for
-- the hall, `sha256` the content as it was sent by a village and as it is kept of the hall. `stored_as` names the content
-- on the disk: a keyed hash of it, so the same content lies there once, whoever sent it (V67, V71).
CREATE TABLE file_wider (
  sha256      TEXT NOT NULL,
  point       TEXT NOT NULL,
  size        INTEGER NOT NULL CHECK (size > 0),
  mime        TEXT NOT NULL CHECK (mime IN ('image/jpeg','image/png','application/pdf')),
  offset      INTEGER NOT NULL DEFAULT 0,
  stored_as   TEXT,
  named_at    TEXT NOT NULL,
  stored_at   TEXT,
  PRIMARY KEY (sha256, point)
) STRICT, WITHOUT ROWID;
INSERT INTO file_wider SELECT sha256, point, size, mime, offset, stored_as, named_at, stored_at FROM file;
CREATE TABLE case_file_wider (
  "case"   TEXT NOT NULL REFERENCES "case" (id),
  sha256   TEXT NOT NULL,
  point    TEXT NOT NULL,
  role     TEXT NOT NULL,
  -- The event with which it was added (C437); none for those a village named when it registered.
  event    TEXT REFERENCES case_event (id),
  PRIMARY KEY ("case", sha256, role),
  FOREIGN KEY (sha256, point) REFERENCES file_wider (sha256, point)
) STRICT, WITHOUT ROWID;
INSERT INTO case_file_wider SELECT "case", sha256, point, role, NULL FROM case_file;
DROP TABLE case_file;
DROP TABLE file;
ALTER TABLE file_wider RENAME TO file;
ALTER TABLE case_file_wider RENAME TO case_file;
-- Who else has this content, before it is taken from the disk (V72); which cases wait for a file (V67).
CREATE INDEX file_by_content ON file (stored_as) WHERE stored_as IS NOT NULL;
CREATE INDEX case_file_by_file ON case_file (sha256, point);
