-- Every cent has an origin, a place and a history.
--
-- posting     moves an amount from one account to another; appended, and never changed
-- balance     what accounts came to as of a posting, and ledger which posting that is; derived, so that nobody sums
--             postings from the beginning
-- debt        who owes something: the negative balances, and the lock of whoever sets them off
-- reversal    what was taken back of an event
-- adjustment  what was given or taken by hand
--
-- A bonus is held, pending (to be paid), paid, or reversed (taken back as a whole).

-- Every instance of the version before has to be stopped: it would go on writing bonuses that nothing backs. Millions of
-- bonuses take longer than a request may.
SET LOCAL statement_timeout = 0;

ALTER TABLE bonus
  ADD COLUMN held_until timestamptz,
  ADD COLUMN reversed   numeric(19, 4) NOT NULL DEFAULT 0,
  DROP CONSTRAINT bonus_status_check,
  DROP CONSTRAINT bonus_paid_check,
  ADD CONSTRAINT bonus_status_check   CHECK (status IN ('held', 'pending', 'paid', 'reversed')),
  ADD CONSTRAINT bonus_held_check     CHECK ((status = 'held') = (held_until IS NOT NULL)),
  ADD CONSTRAINT bonus_paid_check     CHECK (CASE status WHEN 'paid' THEN paid_at IS NOT NULL
                                                         WHEN 'reversed' THEN true
                                                         ELSE paid_at IS NULL END),
  ADD CONSTRAINT bonus_reversed_check CHECK (reversed BETWEEN 0 AND amount AND (status = 'reversed') = (reversed = amount));

DROP INDEX bonus_pending;
-- What is listed as pending, and what can be paid: most of the one may be held.
CREATE INDEX bonus_unpaid   ON bonus (id) WHERE status IN ('held', 'pending');
CREATE INDEX bonus_payable  ON bonus (id) WHERE status = 'pending';
CREATE INDEX bonus_held     ON bonus (held_until) WHERE status = 'held';
CREATE INDEX bonus_reversed ON bonus (id) WHERE status = 'reversed';

CREATE TABLE reversal (
  id          uuid           PRIMARY KEY,          -- version 7: in order of time
  event       uuid           NOT NULL REFERENCES bonus_event,
  reference   text,                                -- what the caller calls the refund
  amount      numeric(19, 4) CHECK (amount > 0),   -- of the event's amount; null where the event has none
  whole       boolean        NOT NULL,             -- told without an amount: all that was left
  reason      text,
  recorded_at timestamptz    NOT NULL,
  CONSTRAINT reversal_reference_key UNIQUE (event, reference),
  CONSTRAINT reversal_part_check    CHECK (whole OR amount IS NOT NULL)
);

CREATE TABLE adjustment (
  id           uuid           PRIMARY KEY,         -- version 7: in order of time
  member       integer        NOT NULL REFERENCES member,
  kind         text           NOT NULL CHECK (kind IN ('credit', 'debit')),
  amount       numeric(19, 4) NOT NULL CHECK (amount > 0),
  currency     text           NOT NULL,
  reason       text           NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  status       text           NOT NULL CHECK (status IN ('waiting', 'posted', 'declined')),
  asked_key    text,                               -- whoever asked, as long as it waits: another must approve
  asked_person uuid,
  recorded_at  timestamptz    NOT NULL,
  decided_at   timestamptz,
  CONSTRAINT adjustment_decided_check CHECK ((status = 'waiting') = (decided_at IS NULL)),
  CONSTRAINT adjustment_asked_check   CHECK (status = 'waiting' OR (asked_key IS NULL AND asked_person IS NULL))
);

CREATE INDEX adjustment_member  ON adjustment (member, id);
CREATE INDEX adjustment_waiting ON adjustment (id) WHERE status = 'waiting';
CREATE INDEX adjustment_declined ON adjustment (id) WHERE status = 'declined';

-- Members are numbers without foreign keys here: each posting is of a bonus or an adjustment, which has them.
CREATE TABLE posting (
  id           bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text           NOT NULL,
  from_account text           NOT NULL,
  from_member  integer,
  to_account   text           NOT NULL,
  to_member    integer,
  bonus_type   text,                               -- of the expense account
  amount       numeric(19, 4) NOT NULL CHECK (amount > 0),
  currency     text           NOT NULL,
  bonus        uuid,
  reversal     uuid,
  adjustment   uuid,
  posted_at    timestamptz    NOT NULL,
  CONSTRAINT posting_kind_check CHECK ((kind, from_account, to_account) IN (
    ('earned', 'expense', 'held'), ('earned', 'expense', 'payable'),
    ('held', 'payable', 'held'), ('released', 'held', 'payable'),
    ('paid', 'payable', 'paid_out'), ('set_off', 'payable', 'owed'),
    ('reversed', 'held', 'expense'), ('reversed', 'payable', 'expense'), ('reversed', 'owed', 'expense'),
    ('credited', 'adjustment', 'payable'), ('debited', 'owed', 'adjustment'))),
  CONSTRAINT posting_from_check CHECK ((from_account IN ('expense', 'adjustment')) = (from_member IS NULL)),
  CONSTRAINT posting_to_check   CHECK ((to_account IN ('expense', 'adjustment')) = (to_member IS NULL)),
  CONSTRAINT posting_type_check CHECK ('expense' IN (from_account, to_account) = (bonus_type IS NOT NULL)),
  CONSTRAINT posting_origin_check CHECK ((bonus IS NULL) <> (adjustment IS NULL) AND (kind = 'reversed') = (reversal IS NOT NULL))
);

CREATE TABLE balance (
  account    text           NOT NULL,
  member     integer,
  bonus_type text,
  currency   text           NOT NULL,
  amount     numeric(24, 4) NOT NULL,
  CONSTRAINT balance_key UNIQUE NULLS NOT DISTINCT (member, account, bonus_type, currency)
);

CREATE TABLE ledger (
  id   smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  upto bigint   NOT NULL DEFAULT 0                 -- balances hold every posting up to this one, and no later one
);

INSERT INTO ledger DEFAULT VALUES;

CREATE TABLE debt (
  member   integer        NOT NULL REFERENCES member,
  currency text           NOT NULL,
  amount   numeric(24, 4) NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (member, currency)
);

CREATE FUNCTION posting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What is posted stays as it is; what is wrong is posted the other way.';
END
$$;

-- What was earned and paid before there was a ledger.
INSERT INTO posting (kind, from_account, to_account, to_member, bonus_type, amount, currency, bonus, posted_at)
SELECT 'earned', 'expense', 'payable', bonus.earner, event.trigger_type, bonus.amount, bonus.currency, bonus.id, bonus.created_at
FROM bonus JOIN bonus_event AS event ON event.id = bonus.event
ORDER BY bonus.id;

INSERT INTO posting (kind, from_account, from_member, to_account, to_member, amount, currency, bonus, posted_at)
SELECT 'paid', 'payable', earner, 'paid_out', earner, amount, currency, id, paid_at
FROM bonus WHERE status = 'paid'
ORDER BY paid_at, id;

CREATE INDEX posting_from  ON posting (from_member, id) WHERE from_member IS NOT NULL;
CREATE INDEX posting_to    ON posting (to_member, id) WHERE to_member IS NOT NULL;
CREATE INDEX posting_bonus ON posting (bonus) WHERE bonus IS NOT NULL;

CREATE TRIGGER posting_stays BEFORE UPDATE OR DELETE ON posting
  FOR EACH ROW EXECUTE FUNCTION posting_stays();
CREATE TRIGGER posting_stays_whole BEFORE TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION posting_stays();
