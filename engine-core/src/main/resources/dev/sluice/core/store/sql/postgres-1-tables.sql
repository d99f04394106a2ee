CREATE TABLE sluice_revision (revision BIGINT NOT NULL);
INSERT INTO sluice_revision (revision) VALUES (0);
CREATE TABLE sluice_document (
  document_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  flow_id TEXT COLLATE "C" NOT NULL,
  head TEXT NOT NULL
);
CREATE TABLE sluice_document_body (
  document_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);
CREATE TABLE sluice_entry (
  flow_id TEXT COLLATE "C" NOT NULL,
  entry_key TEXT COLLATE "C" NOT NULL,
  entry_value TEXT NOT NULL,
  PRIMARY KEY (flow_id, entry_key)
);
CREATE TABLE sluice_scheduled_run (
  run_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  run TEXT NOT NULL
);
CREATE TABLE sluice_run_count (
  flow_id TEXT COLLATE "C" NOT NULL,
  minute BIGINT NOT NULL,
  version TEXT COLLATE "C" NOT NULL,
  device_id TEXT COLLATE "C" NOT NULL,
  version_id TEXT COLLATE "C" NOT NULL,
  runs BIGINT NOT NULL,
  errors BIGINT NOT NULL,
  paths_completed BIGINT NOT NULL,
  paths_failed BIGINT NOT NULL,
  wall_seconds BIGINT NOT NULL,
  wall_nanos BIGINT NOT NULL,
  PRIMARY KEY (flow_id, minute, version, device_id)
);
CREATE TABLE sluice_run_error (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  flow_id TEXT COLLATE "C" NOT NULL,
  time_seconds BIGINT NOT NULL,
  time_nanos INTEGER NOT NULL,
  version TEXT COLLATE "C" NOT NULL,
  device_id TEXT COLLATE "C" NOT NULL,
  error TEXT NOT NULL
);
CREATE INDEX sluice_run_error_time ON sluice_run_error (flow_id, time_seconds, time_nanos, id);
