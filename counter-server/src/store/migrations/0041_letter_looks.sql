-- Looks at who wrote a letter stay on record as those at the person of a case do (P39).
CREATE TRIGGER letter_reveal_no_update BEFORE UPDATE ON letter_reveal BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
CREATE TRIGGER letter_reveal_no_delete BEFORE DELETE ON letter_reveal BEGIN SELECT RAISE(ABORT, 'looks at personal data stay'); END;
