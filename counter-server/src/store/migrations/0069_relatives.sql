-- Cases of near relatives, which the supervisor reads (V12).
CREATE INDEX agency_of_relative ON agency (captured_at, "case") WHERE is_relative = 1;
