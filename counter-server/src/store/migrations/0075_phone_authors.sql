-- Who has ever signed in on a phone: what an export file says of its authors is held against it (V54, V79).
CREATE INDEX session_at_phone ON session (phone, staff) WHERE phone IS NOT NULL;
