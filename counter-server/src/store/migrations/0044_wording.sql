-- Items and the wording of papers are written, reviewed and published in one way (C101, C901).
ALTER TABLE item_draft RENAME TO catalogue_draft;
ALTER TABLE catalogue_draft ADD COLUMN kind TEXT NOT NULL DEFAULT 'item' CHECK (kind IN ('item','wording'));
DROP INDEX item_draft_open;
-- One draft of a thing at a time, so that what is compared and published has one meaning.
CREATE UNIQUE INDEX catalogue_draft_open ON catalogue_draft (kind, code) WHERE state IN ('draft','submitted');
DROP INDEX item_draft_of_item;
CREATE INDEX catalogue_draft_of ON catalogue_draft (kind, code, made_at);
DROP TRIGGER item_draft_no_delete;
CREATE TRIGGER catalogue_draft_no_delete BEFORE DELETE ON catalogue_draft BEGIN SELECT RAISE(ABORT, 'a draft stays on record'); END;

-- The wording of a kind of paper after those that came with the product; a paper says which one it was given with (C901).
CREATE TABLE wording (
  kind         TEXT NOT NULL CHECK (kind IN ('receipt', 'acceptance', 'supplement', 'on_spot', 'not_applicable', 'refusal',
                 'pause', 'extension', 'decision', 'denial', 'delivery', 'resumption', 'hand_over', 'check', 'report',
                 'forwarding', 'withdrawal', 'return', 'void', 'correction', 'late_supplement', 'pledge', 'supervision')),
  version      INTEGER NOT NULL CHECK (version > 3),
  content      TEXT NOT NULL CHECK (json_valid(content)),
  draft        TEXT NOT NULL REFERENCES catalogue_draft (id),
  published_by TEXT NOT NULL,
  published_at TEXT NOT NULL,
  PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER wording_no_update BEFORE UPDATE ON wording BEGIN SELECT RAISE(ABORT, 'a published wording never changes'); END;
CREATE TRIGGER wording_no_delete BEFORE DELETE ON wording BEGIN SELECT RAISE(ABORT, 'a published wording never goes'); END;
