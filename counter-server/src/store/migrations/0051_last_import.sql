-- When a ledger came in last: what was prepared before that is looked at again (K52).
CREATE INDEX ledger_import_done ON ledger_import (settled_at) WHERE state = 'imported';
