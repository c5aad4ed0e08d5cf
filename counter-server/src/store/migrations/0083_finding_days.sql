-- How many findings a phone has brought on a day: more than it may send is found on the days after (V56, V95).
CREATE INDEX village_finding_day ON village_finding (device, found_at);
