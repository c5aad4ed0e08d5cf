-- 时间待核: village cases of a phone whose clock was off, which the supervisor checks (V78).
CREATE INDEX case_time_unsure ON "case" (received_at, id) WHERE instr(flags, '"time_unsure"') > 0;
