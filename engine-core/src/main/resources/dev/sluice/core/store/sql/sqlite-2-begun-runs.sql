ALTER TABLE sluice_scheduled_run ADD COLUMN due INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sluice_scheduled_run_due ON sluice_scheduled_run (due);
CREATE TABLE sluice_begun_run (
  token TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  run_id TEXT NOT NULL,
  due INTEGER NOT NULL,
  run TEXT NOT NULL
) WITHOUT ROWID;
