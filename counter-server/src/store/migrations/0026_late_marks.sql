-- The marks of today, for the one summary of what was crossed while the server was off (C521).
CREATE INDEX clock_mark_fired ON clock_mark (fired_at);
