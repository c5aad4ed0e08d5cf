-- Whether a window was busy between two visits with a call that ended otherwise: such a gap is no turn (Q60).
CREATE INDEX leg_unserved ON leg ("window", ended_at) WHERE ended_as <> 'served';
-- Projections of some days are compared by when their rows were made (Q67).
CREATE INDEX quota_set ON quota (set_at);
CREATE INDEX spare_sheet_printed ON spare_sheet (printed_at);
