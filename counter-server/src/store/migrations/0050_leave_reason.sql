-- Why somebody is away says something of the person, so it lies sealed with the leave and not in the journal (P30).
ALTER TABLE staff ADD COLUMN leave_reason_enc BLOB;
