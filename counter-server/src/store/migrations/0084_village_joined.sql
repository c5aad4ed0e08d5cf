-- What a phone registered and the centre has as a case already, such as one entered again from its slip while the phone was lost
-- (V51, V80): what the phone says under its own id is said of that case, and the slip that it gave out leads there too (V64).
CREATE TABLE village_joined (
  phone_case      TEXT PRIMARY KEY,
  "case"          TEXT NOT NULL REFERENCES "case" (id),
  query_code_look TEXT,
  token_hash      TEXT,
  at              TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX village_joined_case ON village_joined ("case");
CREATE INDEX village_joined_code ON village_joined (query_code_look) WHERE query_code_look IS NOT NULL;
CREATE INDEX village_joined_token ON village_joined (token_hash) WHERE token_hash IS NOT NULL;
