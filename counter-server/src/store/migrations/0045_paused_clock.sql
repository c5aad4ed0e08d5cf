-- What a list says of a case whose clock stands still, or whose papers are awaited, is in its row: no event is read for it
-- (C510, S15). Rows that lack it count as made by an earlier engine, so they are counted at reading and written anew at the
-- first tick (C305).
ALTER TABLE "case" ADD COLUMN paused_clock TEXT CHECK (paused_clock IS NULL OR json_valid(paused_clock));
ALTER TABLE "case" ADD COLUMN bring_by TEXT;
UPDATE "case" SET made_with = replace(made_with, '/4/', '/3/') WHERE is_open = 1 AND (clock_state = 'paused' OR status = 'supplement');
-- A light without a due instant is a stretch of one index, however many open cases stand still for other reasons (C-4).
CREATE INDEX case_at_clock ON "case" (clock_state, list_key, id);
