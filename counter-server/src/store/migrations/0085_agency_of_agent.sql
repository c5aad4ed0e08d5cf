-- Whether an agent whose account was stopped still has an open case: only then is the card needed (P46, V11).
CREATE INDEX agency_of_agent ON agency (agent);
