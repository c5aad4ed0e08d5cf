-- Since when a resident's wish to withdraw a case waits for an answer (V73): a projection of withdrawal.* events.
ALTER TABLE "case" ADD COLUMN withdrawal_asked_at TEXT;
CREATE INDEX case_with_withdrawal ON "case" (withdrawal_asked_at, id) WHERE withdrawal_asked_at IS NOT NULL;
