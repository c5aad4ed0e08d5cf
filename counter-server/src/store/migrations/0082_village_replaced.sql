-- The command that stands for one that was sent anew (V36): it meets what follows that one, also where the first was never
-- kept here (V52). NULL: it was taken back, and nothing stands for it.
ALTER TABLE village_taken_back ADD COLUMN replaced_by TEXT;
