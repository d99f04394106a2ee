ALTER TABLE sluice_scheduled_run ADD COLUMN interruptions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sluice_begun_run ADD COLUMN interruptions INTEGER NOT NULL DEFAULT 0;
