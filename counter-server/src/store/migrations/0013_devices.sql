-- A-4: where a device stands, what its page runs, and its screen (U2).
ALTER TABLE device ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN build TEXT;
ALTER TABLE device ADD COLUMN screen_width INTEGER CHECK (screen_width BETWEEN 1 AND 20000);
ALTER TABLE device ADD COLUMN screen_height INTEGER CHECK (screen_height BETWEEN 1 AND 20000);
ALTER TABLE device ADD COLUMN diagonal_inches REAL CHECK (diagonal_inches BETWEEN 3 AND 120);
-- Since when nothing was heard of it; null while it answers (Q53).
ALTER TABLE device ADD COLUMN silent_at TEXT;
-- The wall that speaks for the hall, named by a person and never elected (Q54).
ALTER TABLE device ADD COLUMN speaks INTEGER NOT NULL DEFAULT 0 CHECK (speaks IN (0,1));
-- The last sound test: asked for, played, and by which path (A-4).
ALTER TABLE device ADD COLUMN sound_asked_at TEXT;
ALTER TABLE device ADD COLUMN sound_heard_at TEXT;
ALTER TABLE device ADD COLUMN sound_path TEXT CHECK (sound_path IN ('clips','speech','chime'));
-- One voice in a hall (Q55).
CREATE UNIQUE INDEX device_one_speaks ON device (speaks) WHERE speaks = 1;
UPDATE device SET speaks = 1 WHERE id =
  (SELECT id FROM device WHERE kind = 'wall' AND revoked_at IS NULL ORDER BY enrolled_at, id LIMIT 1);
-- Given up by the voice while it stays on the wall: begun with before it was spoken, or said by its recall (Q56).
ALTER TABLE announcement ADD COLUMN cancelled_at TEXT;
-- The last calls of a day, for the wall's strip (Q57).
CREATE INDEX announcement_of_day ON announcement (business_date, seq) WHERE withdrawn_at IS NULL;
