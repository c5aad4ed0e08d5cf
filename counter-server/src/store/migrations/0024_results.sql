-- Where a decided case stands with its resident: to be called, told, or not reached in three attempts. A projection.
ALTER TABLE "case" ADD COLUMN result_news TEXT CHECK (result_news IN ('to_call','told','unreached'));
UPDATE "case" SET result_news = 'to_call' WHERE status = 'decided';
CREATE INDEX case_of_result ON "case" (result_news, list_key, id) WHERE result_news IS NOT NULL;
