-- Whether an old answer still holds the code of an open case or letter, without which its copy could not tell it (U30, R5).
CREATE INDEX case_paper_of_command ON case_paper (command_id) WHERE command_id IS NOT NULL;
