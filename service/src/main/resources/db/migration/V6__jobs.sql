-- Work that takes longer than a request may wait.
--
-- job              one row a job: what is asked for, how far it is, what came of it
-- scheduled_tasks  what is to be run when and who runs it: the library db-scheduler's own table, as it documents it
--
-- A job and its task are written in one transaction. Whether a chunk is done is said by the job alone.

CREATE TABLE job (
  id               uuid        PRIMARY KEY,               -- version 7: about in order of time
  kind             text        NOT NULL,
  status           text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  request          text        NOT NULL,                  -- JSON, read by the kind; never a user_id
  done             bigint      NOT NULL DEFAULT 0 CHECK (done >= 0),
  total            bigint      CHECK (total >= 0),        -- NULL until it is known
  cursor           text,                                  -- where the next chunk begins; NULL before the first
  result           text,                                  -- JSON
  error            text,                                  -- a sentence
  cancel_requested boolean     NOT NULL DEFAULT false,
  run              integer     NOT NULL DEFAULT 0 CHECK (run >= 0),  -- grows whenever a replica takes the job
  created_at       timestamptz NOT NULL,
  started_at       timestamptz,                           -- when it was taken for the first time
  finished_at      timestamptz,
  CONSTRAINT job_started_check  CHECK ((run = 0) = (started_at IS NULL)),
  CONSTRAINT job_finished_check CHECK ((finished_at IS NULL) = (status IN ('queued', 'running'))),
  CONSTRAINT job_result_check   CHECK ((result IS NOT NULL) = (status = 'done')),
  CONSTRAINT job_error_check    CHECK ((error IS NOT NULL) = (status = 'failed'))
);

CREATE INDEX job_status ON job (status, id);

CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time);
CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
