-- Who did what to whom, when and from where. Each act is written in the transaction of the work itself, and stays.
-- Soon afterwards it is sealed: it gets a number, and a hash over itself and the hash before it.
--
-- audit_entry  one row an act; registrations and bonus triggers of one caller in one batch share a row
-- audit_chain  how the chain ends, and the lock of whoever seals; one row

CREATE TABLE audit_entry (
  id          uuid        PRIMARY KEY,             -- version 7: about in order of time
  recorded_at timestamptz NOT NULL,
  act         text        NOT NULL,
  role        text        NOT NULL,                -- what the caller was here for
  key         text,                                -- the id of a service's API key
  person      uuid,                                -- the user_id of a person
  address     text,                                -- from where, as the server saw it
  salt        bytea,
  who_hash    bytea       NOT NULL,                -- SHA-256 of salt, role, key, person and address
  subject     integer     REFERENCES member,       -- the number of the member it was done to
  births      int8multirange,                      -- the entries of the log that were written
  events      uuid[],                              -- the events that were paid
  facts       text        NOT NULL,                -- JSON; members by their numbers, never a user_id
  sealed      bigint      UNIQUE CHECK (sealed >= 1),
  hash        bytea,
  CONSTRAINT audit_entry_who_check CHECK (key IS NULL OR person IS NULL),
  CONSTRAINT audit_entry_hash_check CHECK ((sealed IS NULL) = (hash IS NULL))
);

CREATE INDEX audit_entry_unsealed ON audit_entry (id) WHERE sealed IS NULL;
CREATE INDEX audit_entry_subject  ON audit_entry (subject, sealed) WHERE subject IS NOT NULL;
CREATE INDEX audit_entry_person   ON audit_entry (person, sealed) WHERE person IS NOT NULL;
-- The births of one batch come after those of all before: its entries are found by where they begin.
CREATE INDEX audit_entry_births   ON audit_entry (lower(births)) WHERE births IS NOT NULL;
-- An entry about events is as old as they are; so it is found by those of one source.
CREATE INDEX audit_entry_paid     ON audit_entry (recorded_at) WHERE events IS NOT NULL;
CREATE INDEX bonus_event_source   ON bonus_event (source);

CREATE TABLE audit_chain (
  id     smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  sealed bigint   NOT NULL DEFAULT 0 CHECK (sealed >= 0),
  hash   bytea    NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
)
WITH (fillfactor = 10);

INSERT INTO audit_chain DEFAULT VALUES;

-- An entry may be sealed once. To forget a person, whoever acted may become a pseudonym or nobody; the salt goes at the
-- same time, so that the hash that stays tells nothing. Everything else stays as it was written.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.sealed IS NULL AND NEW.sealed IS NOT NULL
       AND to_jsonb(NEW) - '{sealed,hash}'::text[] = to_jsonb(OLD) - '{sealed,hash}'::text[] THEN
      RETURN NEW;
    END IF;
    IF OLD.person IS NOT NULL AND OLD.salt IS NOT NULL AND NEW.salt IS NULL AND NEW.address IS NULL
       AND to_jsonb(NEW) - '{person,address,salt}'::text[] = to_jsonb(OLD) - '{person,address,salt}'::text[] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'What is in the audit stays there as it is.';
END
$$;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_stays_whole BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

CREATE FUNCTION audit_chain_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.sealed > OLD.sealed THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The chain of the audit only goes on.';
END
$$;

CREATE TRIGGER audit_chain_goes_on BEFORE UPDATE OR DELETE ON audit_chain
  FOR EACH ROW EXECUTE FUNCTION audit_chain_goes_on();
CREATE TRIGGER audit_chain_goes_on_whole BEFORE TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION audit_chain_goes_on();
