-- Persons are forgotten: a pseudonym takes the place of the user id, in the member's row and wherever else it stands.
-- Only adds: what the version before writes stays valid. One that meets a `forgotten` entry is not ready, as with every
-- kind that it doesn't know.

ALTER TABLE member_change
  ADD COLUMN pseudonym uuid,
  ADD CONSTRAINT member_change_forgotten_kind CHECK ((kind = 'forgotten') = (pseudonym IS NOT NULL)),
  ADD CONSTRAINT member_change_forgotten_check CHECK
    (kind <> 'forgotten' OR (member IS NOT NULL AND reason IS NOT NULL));

-- Whoever is forgotten is nobody's name any more: that happens once.
CREATE UNIQUE INDEX member_change_forgotten ON member_change (member) WHERE kind = 'forgotten';

-- A birth has the `user_id` of now: the pseudonym, for whom a later entry forgets.
CREATE OR REPLACE VIEW log_entry AS
  SELECT seq, 'born'::text AS kind, recorded_at, number AS member, user_id,
         born_sponsor AS sponsor, born_parent AS parent, born_position AS position,
         NULL::integer AS previous_sponsor, NULL::integer AS previous_parent, NULL::smallint AS previous_position,
         joined_at, NULL::smallint AS width, NULL::integer AS plan_version, NULL::text AS reason,
         NULL::uuid AS pseudonym
  FROM member
  UNION ALL
  SELECT seq, kind, recorded_at, member, NULL::uuid,
         sponsor, parent, position,
         previous_sponsor, previous_parent, previous_position,
         NULL::timestamptz, width, plan_version, reason,
         pseudonym
  FROM member_change;
