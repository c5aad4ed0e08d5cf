-- Sheets of spare numbers 备用, printed ahead for a day without the system (issue line 15). The series runs on from sheet
-- to sheet and is never reused, so a number on paper cannot meet another one.
CREATE TABLE spare_sheet (
  id         TEXT PRIMARY KEY,
  first      INTEGER NOT NULL UNIQUE CHECK (first > 0),
  last       INTEGER NOT NULL CHECK (last >= first AND last <= 9999),
  printed_at TEXT NOT NULL,
  by         TEXT NOT NULL
) STRICT;
-- A spare number is entered once, on whatever day (QI11).
CREATE UNIQUE INDEX ticket_spare ON ticket (serial) WHERE prefix = '备用';
