ALTER TABLE sluice_scheduled_run ADD COLUMN due BIGINT NOT NULL DEFAULT 0;
CREATE INDEX sluice_scheduled_run_due ON sluice_scheduled_run (due);
CREATE TABLE sluice_begun_run (
  token TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  seen TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
  run_id TEXT COLLATE "C" NOT NULL,
  due BIGINT NOT NULL,
  run TEXT NOT NULL
);
