-- Members move, get another sponsor, are suspended and reinstated; and the log can be read as a list.
-- Only adds: what the version before writes stays valid, and nothing that it reads is gone.

ALTER TABLE member
  ADD COLUMN suspended     boolean NOT NULL DEFAULT false,
  -- The change that gave the present sponsor; null: sponsored so since birth. It orders those of one sponsor.
  ADD COLUMN sponsored_seq bigint,
  ADD CONSTRAINT member_sponsored_check CHECK (sponsored_seq > seq) NOT VALID;

-- Few, and a load asks for all of them.
CREATE INDEX member_sponsored_seq ON member (sponsored_seq) WHERE sponsored_seq IS NOT NULL;

-- A move names what is new: another parent with the position there, another sponsor, or both. Beside it stands what was
-- before; nobody, for a root.
ALTER TABLE member_change
  ADD COLUMN previous_sponsor  integer  REFERENCES member,
  ADD COLUMN previous_parent   integer  REFERENCES member,
  ADD COLUMN previous_position smallint CHECK (previous_position BETWEEN 1 AND 100),
  ADD CONSTRAINT member_change_member_kind CHECK
    (kind NOT IN ('moved', 'suspended', 'reinstated') OR (member IS NOT NULL AND reason IS NOT NULL)),
  ADD CONSTRAINT member_change_moved_kind CHECK
    ((kind = 'moved') = (sponsor IS NOT NULL OR parent IS NOT NULL)),
  ADD CONSTRAINT member_change_placed_check CHECK ((parent IS NULL) = (position IS NULL)),
  ADD CONSTRAINT member_change_own_check CHECK (sponsor <> member AND parent <> member),
  ADD CONSTRAINT member_change_previous_check CHECK
    ((previous_parent IS NULL) = (previous_position IS NULL)
     AND (previous_parent IS NULL OR parent IS NOT NULL)
     AND (previous_sponsor IS NULL OR sponsor IS NOT NULL)),
  ADD CONSTRAINT member_change_reason_check CHECK (length(reason) BETWEEN 1 AND 500);

-- The whole log, births and changes alike. `member` is whom an entry is about: null when it concerns the whole network.
-- Only a birth has the `user_id`, so that reading the log looks nobody up.
CREATE VIEW log_entry AS
  SELECT seq, 'born'::text AS kind, recorded_at, number AS member, user_id,
         born_sponsor AS sponsor, born_parent AS parent, born_position AS position,
         NULL::integer AS previous_sponsor, NULL::integer AS previous_parent, NULL::smallint AS previous_position,
         joined_at, NULL::smallint AS width, NULL::integer AS plan_version, NULL::text AS reason
  FROM member
  UNION ALL
  SELECT seq, kind, recorded_at, member, NULL::uuid,
         sponsor, parent, position,
         previous_sponsor, previous_parent, previous_position,
         NULL::timestamptz, width, plan_version, reason
  FROM member_change;
