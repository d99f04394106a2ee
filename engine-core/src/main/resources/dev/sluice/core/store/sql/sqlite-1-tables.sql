CREATE TABLE sluice_revision (revision INTEGER NOT NULL);
INSERT INTO sluice_revision (revision) VALUES (0);
CREATE TABLE sluice_document (
  document_id TEXT NOT NULL PRIMARY KEY,
  flow_id TEXT NOT NULL,
  head TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE sluice_document_body (
  document_id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);
CREATE TABLE sluice_entry (
  flow_id TEXT NOT NULL,
  entry_key TEXT NOT NULL,
  entry_value TEXT NOT NULL,
  PRIMARY KEY (flow_id, entry_key)
) WITHOUT ROWID;
CREATE TABLE sluice_scheduled_run (
  run_id TEXT NOT NULL PRIMARY KEY,
  run TEXT NOT NULL
);
CREATE TABLE sluice_run_count (
  flow_id TEXT NOT NULL,
  minute INTEGER NOT NULL,
  version TEXT NOT NULL,
  device_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  runs INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  paths_completed INTEGER NOT NULL,
  paths_failed INTEGER NOT NULL,
  wall_seconds INTEGER NOT NULL,
  wall_nanos INTEGER NOT NULL,
  PRIMARY KEY (flow_id, minute, version, device_id)
) WITHOUT ROWID;
CREATE TABLE sluice_run_error (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  flow_id TEXT NOT NULL,
  time_seconds INTEGER NOT NULL,
  time_nanos INTEGER NOT NULL,
  version TEXT NOT NULL,
  device_id TEXT NOT NULL,
  error TEXT NOT NULL
);
CREATE INDEX sluice_run_error_time ON sluice_run_error (flow_id, time_seconds, time_nanos, id);
