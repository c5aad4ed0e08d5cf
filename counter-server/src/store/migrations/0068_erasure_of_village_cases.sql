-- What lies beside a village's case is found by the case, so that it goes with it (C1501).
CREATE INDEX village_visit_of_case ON village_visit_case ("case");
CREATE INDEX village_attention_of_case ON village_attention (case_id);
