-- What was settled is forgotten with the answers to commands; the oldest are found by this (P46, C1501).
CREATE INDEX village_attention_settled ON village_attention (settled_at) WHERE settled_at IS NOT NULL;
