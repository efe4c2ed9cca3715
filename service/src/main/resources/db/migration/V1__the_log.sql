-- The network's log, in one total order, and what is calculated from it.
--
-- network        lock, counter and the settings in force; one row
-- member         one row a member: the birth (never changes) and the current place
-- member_change  whatever changes the network after a birth; together with the births it is the log, ordered by seq
-- plan           every version of the compensation plan that was ever in force

CREATE TABLE plan (
  version     integer     PRIMARY KEY CHECK (version >= 1),
  document    text        NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE network (
  id           smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  seq          bigint      NOT NULL DEFAULT 0 CHECK (seq >= members),
  members      integer     NOT NULL DEFAULT 0 CHECK (members >= 0),
  width        smallint    CHECK (width BETWEEN 1 AND 100),
  plan_version integer     REFERENCES plan,
  last_at      timestamptz NOT NULL DEFAULT '-infinity'
)
-- The hottest row there is: room for its next versions on the same page, cleaned early.
WITH (fillfactor = 10, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0);

INSERT INTO network DEFAULT VALUES;

CREATE TABLE member (
  number        integer     PRIMARY KEY,          -- order of birth, from 1, without gaps
  seq           bigint      NOT NULL UNIQUE,      -- the birth's place in the log
  user_id       uuid        NOT NULL UNIQUE,
  born_sponsor  integer,
  born_parent   integer,
  born_position smallint    CHECK (born_position BETWEEN 1 AND 100),
  sponsor       integer     REFERENCES member,
  parent        integer     REFERENCES member,
  position      smallint    CHECK (position BETWEEN 1 AND 100),
  joined_at     timestamptz NOT NULL,             -- when they joined the company: an import keeps it
  recorded_at   timestamptz NOT NULL,             -- when the log learned of it
  updated_at    timestamptz,
  CONSTRAINT member_number_check   CHECK (number BETWEEN 1 AND seq),
  CONSTRAINT member_joined_check   CHECK (joined_at <= recorded_at),
  CONSTRAINT member_born_check     CHECK ((born_parent IS NULL) = (born_position IS NULL)
                                      AND (born_parent IS NULL) = (born_sponsor IS NULL)),
  -- Sponsors and parents come before those below them; after a move the current parent may be younger.
  CONSTRAINT member_order_check    CHECK (born_sponsor < number AND born_parent < number),
  CONSTRAINT member_placed_check   CHECK ((parent IS NULL) = (position IS NULL)),
  CONSTRAINT member_own_check      CHECK (sponsor <> number AND parent <> number),
  CONSTRAINT member_slot_key       UNIQUE (parent, position)
);

CREATE TABLE member_change (
  seq          bigint      PRIMARY KEY,
  kind         text        NOT NULL,
  member       integer     REFERENCES member,     -- null: the change concerns the whole network
  sponsor      integer     REFERENCES member,
  parent       integer     REFERENCES member,
  position     smallint    CHECK (position BETWEEN 1 AND 100),
  width        smallint    CHECK (width BETWEEN 1 AND 100),
  plan_version integer     REFERENCES plan,
  reason       text,
  recorded_at  timestamptz NOT NULL,
  CONSTRAINT member_change_width_kind CHECK ((kind = 'width_changed') = (width IS NOT NULL)),
  CONSTRAINT member_change_plan_kind  CHECK ((kind = 'plan_activated') = (plan_version IS NOT NULL))
);

CREATE INDEX member_change_member ON member_change (member, seq) WHERE member IS NOT NULL;

-- One row for each thing that happened and was paid for. It says by which plan and on which state of the network.
CREATE TABLE bonus_event (
  id           uuid        PRIMARY KEY,           -- version 7: in order of time
  trigger_type text        NOT NULL,
  source       integer     NOT NULL REFERENCES member,
  reference    text,
  amount       numeric(19, 4) CHECK (amount >= 0),
  currency     text        NOT NULL,
  plan_version integer     NOT NULL REFERENCES plan,
  as_of_seq    bigint      NOT NULL,
  created_at   timestamptz NOT NULL
);

-- What may happen once only. Apart from bonus_event, so that it stays unique when that is partitioned.
CREATE TABLE bonus_once (
  trigger_type text NOT NULL,
  once_key     text NOT NULL,
  event        uuid NOT NULL,
  PRIMARY KEY (trigger_type, once_key)
);

CREATE TABLE bonus (
  id           uuid        PRIMARY KEY,           -- version 7: in order of time
  event        uuid        NOT NULL REFERENCES bonus_event,
  earner       integer     NOT NULL REFERENCES member,
  source       integer     NOT NULL REFERENCES member,
  level        integer     NOT NULL CHECK (level >= 1),
  rule         text        NOT NULL,
  line         text        NOT NULL CHECK (line IN ('placement', 'sponsor')),
  base         numeric(19, 4),                    -- null for a fixed amount
  rate         numeric(9, 4),                     -- percent; null for a fixed amount
  amount       numeric(19, 4) NOT NULL CHECK (amount > 0),
  currency     text        NOT NULL,
  status       text        NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'paid')),
  created_at   timestamptz NOT NULL,
  paid_at      timestamptz,
  CONSTRAINT bonus_paid_check CHECK ((status = 'paid') = (paid_at IS NOT NULL)),
  CONSTRAINT bonus_rate_check CHECK ((base IS NULL) = (rate IS NULL))
);

CREATE INDEX bonus_event_id  ON bonus (event);
CREATE INDEX bonus_earner_id ON bonus (earner, id);
CREATE INDEX bonus_pending   ON bonus (id) WHERE status = 'pending';
CREATE INDEX bonus_paid      ON bonus (id) WHERE status = 'paid';

CREATE TABLE member_rank (
  member       integer     PRIMARY KEY REFERENCES member,
  rank         text,                              -- null: evaluated, and none is earned
  since        timestamptz NOT NULL,
  evaluated_at timestamptz NOT NULL,
  as_of_seq    bigint      NOT NULL,
  plan_version integer     NOT NULL REFERENCES plan
);

-- Answers to requests that named an Idempotency-Key, written with the work itself.
CREATE TABLE idempotency_key (
  key          text        PRIMARY KEY,
  request_hash text        NOT NULL,
  reply        text        NOT NULL,
  created_at   timestamptz NOT NULL
);

CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
