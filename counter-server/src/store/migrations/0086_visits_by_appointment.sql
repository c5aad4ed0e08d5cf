-- An agent's visit may come by appointment: whose place it is, and how many services come with it (V92). The visit is no
-- reference, for the hall's record is made anew from its own events alone (Q67).
ALTER TABLE booking ADD COLUMN visit TEXT;
ALTER TABLE booking ADD COLUMN weight INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0);
CREATE INDEX booking_of_visit ON booking (visit) WHERE visit IS NOT NULL;
CREATE INDEX booking_of_ticket ON booking (ticket) WHERE ticket IS NOT NULL;
