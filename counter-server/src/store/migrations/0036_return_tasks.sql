-- Papers that were promised or awaited and did not come: the tasks to send a case back, the oldest first (C205, C442).
CREATE INDEX case_clock_broken ON case_clock (due_at, "case") WHERE kind IN ('promise','waiting') AND state = 'running';
