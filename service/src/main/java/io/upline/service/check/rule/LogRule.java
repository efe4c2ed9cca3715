package io.upline.service.check.rule;

/// What holds for the log, and for what the tables have because of it.
public enum LogRule implements Rule {
    /// Births and changes have the places 1, 2, 3 … in the log, each one once.
    ENTRIES_FOLLOW_EACH_OTHER("""
            SELECT CASE WHEN seq < 1 THEN format('Entry %s of the log lies before the first place, which is 1.', seq)
                        WHEN seq = before THEN format('Entry %s of the log is there twice.', seq)
                        WHEN seq = before + 2 THEN format('Entry %s of the log is missing.', seq - 1)
                        ELSE format('Entries %s to %s of the log are missing.', before + 1, seq - 1) END
            FROM (SELECT seq, lag(seq, 1, 0::bigint) OVER (ORDER BY seq) AS before
                  FROM (SELECT seq FROM member UNION ALL SELECT seq FROM member_change) AS entry) AS log
            WHERE seq <> before + 1
            ORDER BY seq
            """),
    /// The counter stands at the last entry.
    THE_COUNTER_IS_THE_LAST_ENTRY("""
            SELECT format('The log ends with entry %s, and network.seq says %s.', last, seq)
            FROM network,
                 (SELECT greatest((SELECT max(seq) FROM member), (SELECT max(seq) FROM member_change), 0) AS last) AS log
            WHERE seq <> last
            """),
    /// Time in the log never goes back.
    TIME_GOES_ON("""
            SELECT format('Entry %s of the log was recorded at %s, and entry %s before it at %s, which is later.',
                          seq, recorded_at AT TIME ZONE 'UTC', before, earlier AT TIME ZONE 'UTC')
            FROM (SELECT seq, recorded_at, lag(seq) OVER entries AS before, lag(recorded_at) OVER entries AS earlier
                  FROM (SELECT seq, recorded_at FROM member
                        UNION ALL SELECT seq, recorded_at FROM member_change) AS entry
                  WINDOW entries AS (ORDER BY seq)) AS log
            WHERE recorded_at < earlier
            ORDER BY seq
            """),
    /// The network's time is not before the log's.
    THE_NETWORK_KNOWS_THE_TIME("""
            SELECT format('The log goes on until %s, and network.last_at says %s.',
                          last AT TIME ZONE 'UTC', last_at AT TIME ZONE 'UTC')
            FROM network,
                 (SELECT greatest((SELECT recorded_at FROM member ORDER BY seq DESC LIMIT 1),
                                  (SELECT recorded_at FROM member_change ORDER BY seq DESC LIMIT 1)) AS last) AS log
            WHERE last_at < last
            """),
    /// Members have the numbers 1, 2, 3 … in the order of their births.
    NUMBERS_FOLLOW_THE_LOG("""
            SELECT CASE WHEN number = before + 2 THEN format('Member number %s is missing.', number - 1)
                        WHEN number > before + 2
                          THEN format('Members number %s to %s are missing.', before + 1, number - 1)
                        ELSE format('User %s is member number %s, and was born, as entry %s, before number %s.',
                                    user_id, number, seq, before) END
            FROM (SELECT number, user_id, seq, lag(number, 1, 0) OVER numbers AS before,
                         lag(seq, 1, 0::bigint) OVER numbers AS earlier
                  FROM member WINDOW numbers AS (ORDER BY number)) AS born
            WHERE number <> before + 1 OR seq <= earlier
            ORDER BY number
            """),
    /// The network counts its members.
    MEMBERS_ARE_COUNTED("""
            SELECT format('There are %s members, and network.members says %s.', counted, members)
            FROM network, (SELECT count(*) AS counted FROM member) AS born
            WHERE members <> counted
            """),
    /// The width in force is the one that was last put in force.
    THE_WIDTH_IS_THE_LAST_ONE("""
            SELECT format('The log ends with the width %s, and network.width says %s.',
                          coalesce(last::text, 'of nothing'), coalesce(width::text, 'nothing'))
            FROM network,
                 (SELECT (SELECT width FROM member_change WHERE kind = 'width_changed'
                          ORDER BY seq DESC LIMIT 1) AS last) AS log
            WHERE width IS DISTINCT FROM last
            """),
    /// The plan that the network names is the one that was last put in force at once.
    THE_PLAN_IS_THE_LAST_ONE("""
            SELECT format('The log ends with version %s of the plan, and network.plan_version says %s.',
                          coalesce(last::text, 'nothing'), coalesce(plan_version::text, 'nothing'))
            FROM network,
                 (SELECT (SELECT plan_version FROM member_change WHERE kind = 'plan_activated'
                          ORDER BY seq DESC LIMIT 1) AS last) AS log
            WHERE plan_version IS DISTINCT FROM last
            """),
    /// Sponsors and parents are born before those who are born below them, and nobody is changed before the birth.
    NOBODY_IS_NAMED_BEFORE_THE_BIRTH("""
            SELECT format('User %s is member number %s, and was born under number %s and sponsored by number %s.',
                          user_id, number, born_parent, born_sponsor)
            FROM member
            WHERE born_parent >= number OR born_sponsor >= number
            UNION ALL
            SELECT format('Entry %s of the log (%s) names user %s, who was born later, as entry %s.',
                          change.seq, change.kind, born.user_id, born.seq)
            FROM member_change AS change
            CROSS JOIN LATERAL (VALUES (change.member), (change.sponsor), (change.parent)) AS named (number)
            JOIN member AS born ON born.number = named.number
            WHERE born.seq > change.seq
            """),
    /// Where members stand, and whom they have as their sponsor, is what the log says: the last move, else the
    /// birth.
    MEMBERS_STAND_WHERE_THE_LOG_SAYS("""
            WITH moved AS (
              SELECT member,
                     (array_agg(sponsor ORDER BY seq DESC) FILTER (WHERE sponsor IS NOT NULL))[1] AS sponsor,
                     (array_agg(parent ORDER BY seq DESC) FILTER (WHERE parent IS NOT NULL))[1] AS parent,
                     (array_agg(position ORDER BY seq DESC) FILTER (WHERE position IS NOT NULL))[1] AS position
              FROM member_change WHERE kind = 'moved' GROUP BY member
            ), place AS (
              SELECT number, user_id, born.sponsor, born.parent, born.position,
                     coalesce(moved.sponsor, born_sponsor) AS log_sponsor,
                     coalesce(moved.parent, born_parent) AS log_parent,
                     coalesce(moved.position, born_position) AS log_position
              FROM member AS born LEFT JOIN moved ON moved.member = born.number
            )
            SELECT format('User %s stands under %s at position %s, sponsored by %s; the log says under %s at %s, by %s.',
                          user_id,
                          coalesce((SELECT user_id::text FROM member WHERE number = place.parent), 'nobody'),
                          coalesce(position, 0),
                          coalesce((SELECT user_id::text FROM member WHERE number = place.sponsor), 'nobody'),
                          coalesce((SELECT user_id::text FROM member WHERE number = log_parent), 'nobody'),
                          coalesce(log_position, 0),
                          coalesce((SELECT user_id::text FROM member WHERE number = log_sponsor), 'nobody'))
            FROM place
            WHERE sponsor IS DISTINCT FROM log_sponsor OR parent IS DISTINCT FROM log_parent
               OR position IS DISTINCT FROM log_position
            ORDER BY number
            """),
    /// Who is suspended, since when sponsored by the present sponsor and when last changed is what the log says.
    MEMBERS_ARE_WHAT_THEIR_CHANGES_SAY("""
            WITH changed AS (
              SELECT member,
                     (array_agg(kind = 'suspended' ORDER BY seq DESC) FILTER (WHERE kind IN ('suspended', 'reinstated')))[1]
                       AS suspended,
                     max(seq) FILTER (WHERE kind = 'moved' AND sponsor IS NOT NULL) AS sponsored_seq,
                     (array_agg(recorded_at ORDER BY seq DESC))[1] AS updated_at
              FROM member_change WHERE kind IN ('moved', 'suspended', 'reinstated', 'forgotten') GROUP BY member
            ), state AS (
              SELECT number, user_id, born.suspended, born.sponsored_seq, born.updated_at,
                     coalesce(changed.suspended, false) AS log_suspended, changed.sponsored_seq AS log_sponsored,
                     changed.updated_at AS log_updated
              FROM member AS born LEFT JOIN changed ON changed.member = born.number
            )
            SELECT CASE WHEN suspended <> log_suspended
                          THEN format('User %s is %s; the log says the opposite.', user_id,
                                      CASE WHEN suspended THEN 'suspended' ELSE 'not suspended' END)
                        WHEN sponsored_seq IS DISTINCT FROM log_sponsored
                          THEN format('User %s has the present sponsor since entry %s; the log says since %s.', user_id,
                                      coalesce(sponsored_seq::text, 'the birth'),
                                      coalesce(log_sponsored::text, 'the birth'))
                        ELSE format('User %s was last changed at %s; the log says at %s.', user_id,
                                    coalesce((updated_at AT TIME ZONE 'UTC')::text, 'no time'),
                                    coalesce((log_updated AT TIME ZONE 'UTC')::text, 'no time')) END
            FROM state
            WHERE suspended <> log_suspended OR sponsored_seq IS DISTINCT FROM log_sponsored
               OR updated_at IS DISTINCT FROM log_updated
            ORDER BY number
            """),
    /// Whoever was forgotten has the pseudonym that the log says.
    THE_FORGOTTEN_HAVE_THEIR_PSEUDONYMS("""
            SELECT format('Entry %s of the log gives member number %s the pseudonym %s; the member has the id %s.',
                          change.seq, change.member, change.pseudonym, born.user_id)
            FROM member_change AS change
            JOIN member AS born ON born.number = change.member
            WHERE change.kind = 'forgotten' AND born.user_id <> change.pseudonym
            ORDER BY change.seq
            """),
    /// Nobody stands under or is sponsored by a number that nobody has: numbers have no gaps, so the last one says
    /// it.
    NOBODY_STANDS_UNDER_NOBODY("""
            WITH numbers AS (SELECT max(number) AS last FROM member)
            SELECT format('User %s stands under member number %s, sponsored by number %s; the last number is %s.',
                          user_id, parent, sponsor, (SELECT last FROM numbers))
            FROM member
            WHERE parent > (SELECT last FROM numbers) OR sponsor > (SELECT last FROM numbers)
            ORDER BY number
            """),
    /// Nobody has more children than the largest width there ever was: positions under one parent differ.
    NOBODY_IS_OVERFILLED("""
            WITH log AS (SELECT coalesce(max(width), 0) AS widest FROM member_change WHERE kind = 'width_changed')
            SELECT format('User %s stands at position %s under %s; the matrix was never wider than %s.', user_id, position,
                          (SELECT user_id FROM member WHERE number = placed.parent), (SELECT widest FROM log))
            FROM member AS placed
            WHERE position > (SELECT widest FROM log)
            ORDER BY number
            """);

    private final String sql;

    LogRule(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
