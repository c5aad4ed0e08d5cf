-- Until when a transferred case is to be taken over; null when nothing waits (C802).
ALTER TABLE "case" ADD COLUMN hand_over_due_at TEXT;
CREATE INDEX case_hand_over ON "case" (hand_over_due_at) WHERE hand_over_due_at IS NOT NULL;
