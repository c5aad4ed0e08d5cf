-- 「用手机拍」 (C-2): a link for one phone, for one paper of one case, or of one number before there is a case. A person
-- has one open link at a time; the secrets of link and phone lie as hashes (P31).
CREATE TABLE photo_link (
  id         TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  staff      TEXT NOT NULL REFERENCES staff (id),
  "case"     TEXT REFERENCES "case" (id),
  ticket     TEXT REFERENCES ticket (id),
  material   TEXT NOT NULL,
  phone_hash TEXT,
  opened_at  TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at   TEXT,
  CHECK (("case" IS NULL) <> (ticket IS NULL))
) STRICT;
CREATE UNIQUE INDEX photo_link_open ON photo_link (staff) WHERE ended_at IS NULL;
CREATE INDEX photo_link_age ON photo_link (expires_at);

-- Photos of an intake that is not yet a case; they go with it or with the draft (C410, C1501). Contents lie on the shelf (P30).
CREATE TABLE draft_photo (
  staff     TEXT NOT NULL REFERENCES staff (id),
  ticket    TEXT NOT NULL REFERENCES ticket (id),
  sha256    TEXT NOT NULL,
  material  TEXT NOT NULL,
  size      INTEGER NOT NULL,
  mime      TEXT NOT NULL CHECK (mime IN ('image/jpeg','image/png','application/pdf')),
  stored_as TEXT NOT NULL,
  taken_at  TEXT NOT NULL,
  PRIMARY KEY (staff, ticket, sha256, material)
) STRICT;
-- Whether a content is still needed (V72), and what has become too old.
CREATE INDEX draft_photo_content ON draft_photo (stored_as);
CREATE INDEX draft_photo_age ON draft_photo (taken_at);
