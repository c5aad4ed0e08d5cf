-- What the wait estimate learns from is read from indexes alone, however many years lie behind it (Q61, Q65).
DROP INDEX leg_of_topic;
CREATE INDEX leg_of_topic ON leg (topic_served, ended_at, started_at, called_at, outcome) WHERE ended_as = 'served';
CREATE INDEX leg_missed ON leg (ended_at) WHERE ended_as = 'ticket.missed';
CREATE INDEX ticket_priority ON ticket (business_date, issued_at, topic) WHERE cls = 'priority';
-- The call order (Q14), with what it takes to count the people ahead of a new number (Q62).
DROP INDEX ticket_waiting;
CREATE INDEX ticket_waiting ON ticket (business_date, call_key, issue_order, topic, directed_window) WHERE status = 'waiting';
