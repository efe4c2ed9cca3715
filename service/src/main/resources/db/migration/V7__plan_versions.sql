-- Versions of the compensation plan come in force at a time that was set beforehand, or are withdrawn before it.
-- Only adds: what the version before writes stays valid. One that meets a `plan_scheduled` or `plan_withdrawn` entry is
-- not ready, as with every kind that it doesn't know.

-- Which version is in force follows from the log and the time: of those whose time has come, the one whose time was the
-- last. An activation is in force from when it was recorded. `network.plan_version` stays the last one put in force so.
ALTER TABLE member_change
  ADD COLUMN effective_at timestamptz,
  DROP CONSTRAINT member_change_plan_kind,
  ADD CONSTRAINT member_change_plan_kind CHECK
    ((kind IN ('plan_activated', 'plan_scheduled', 'plan_withdrawn')) = (plan_version IS NOT NULL)),
  ADD CONSTRAINT member_change_scheduled_kind CHECK ((kind = 'plan_scheduled') = (effective_at IS NOT NULL)),
  ADD CONSTRAINT member_change_scheduled_check CHECK (effective_at > recorded_at);

-- Few, and a load asks for all of them.
CREATE INDEX member_change_plans ON member_change (seq) WHERE plan_version IS NOT NULL;

-- A version enters the log once, and leaves it once.
CREATE UNIQUE INDEX member_change_planned ON member_change (plan_version)
  WHERE kind IN ('plan_activated', 'plan_scheduled');
CREATE UNIQUE INDEX member_change_withdrawn ON member_change (plan_version) WHERE kind = 'plan_withdrawn';

CREATE OR REPLACE VIEW log_entry AS
  SELECT seq, 'born'::text AS kind, recorded_at, number AS member, user_id,
         born_sponsor AS sponsor, born_parent AS parent, born_position AS position,
         NULL::integer AS previous_sponsor, NULL::integer AS previous_parent, NULL::smallint AS previous_position,
         joined_at, NULL::smallint AS width, NULL::integer AS plan_version, NULL::text AS reason,
         NULL::uuid AS pseudonym, NULL::timestamptz AS effective_at
  FROM member
  UNION ALL
  SELECT seq, kind, recorded_at, member, NULL::uuid,
         sponsor, parent, position,
         previous_sponsor, previous_parent, previous_position,
         NULL::timestamptz, width, plan_version, reason,
         pseudonym, effective_at
  FROM member_change;
