package io.upline.service.check.rule;

/// What holds for bonuses, ranks and the states of the network that they were decided on.
public enum BonusRule implements Rule {
    /// Every bonus has its event, and agrees with it.
    BONUSES_HAVE_THEIR_EVENTS("""
            SELECT format('Bonus %s of user %s ', bonus.id, (SELECT user_id FROM member WHERE number = bonus.earner))
                   || CASE WHEN event.id IS NULL THEN format('has no event; %s is missing.', bonus.event)
                           WHEN bonus.source <> event.source
                             THEN format('came from member number %s, and its event %s from number %s.', bonus.source,
                                         event.id, event.source)
                           ELSE format('is in %s, and its event %s in %s.', bonus.currency, event.id, event.currency) END
            FROM bonus
            LEFT JOIN bonus_event AS event ON event.id = bonus.event
            WHERE event.id IS NULL OR bonus.source <> event.source OR bonus.currency <> event.currency
            ORDER BY bonus.id
            """),
    /// What may happen once only happened, and its key is made of the event that it names.
    KEYS_HAVE_THEIR_EVENTS("""
            SELECT CASE WHEN event.id IS NULL
                          THEN format('%s may be paid once for "%s", and was by event %s, which is missing.',
                                      once.trigger_type, once.once_key, once.event)
                        ELSE format('%s may be paid once for "%s", and event %s, which has that key, is of %s for %s.',
                                    once.trigger_type, once.once_key, event.id, event.trigger_type,
                                    concat_ws(', ', 'source:' || event.source, 'reference:' || event.reference)) END
            FROM bonus_once AS once
            LEFT JOIN bonus_event AS event ON event.id = once.event
            WHERE event.id IS NULL OR event.trigger_type <> once.trigger_type
               OR (once.once_key <> 'source:' || event.source
                   AND once.once_key IS DISTINCT FROM 'reference:' || event.reference)
            ORDER BY once.trigger_type, once.once_key
            """),
    /// No event was paid on a state of the network that isn't there yet, or in which its source was not a member.
    EVENTS_HAVE_THEIR_STATE("""
            SELECT format('Event %s of user %s, who was born as entry %s, was paid as of entry %s of %s.',
                          event.id, source.user_id, source.seq, event.as_of_seq, network.seq)
            FROM bonus_event AS event
            LEFT JOIN member AS source ON source.number = event.source, network
            WHERE event.as_of_seq > network.seq OR event.as_of_seq < source.seq
            ORDER BY event.id
            """),
    /// Every event was paid by the version of the plan that was in force, by the log up to the entry it was paid as of
    /// and at its own time. O(events × versions).
    EVENTS_HAVE_THE_PLAN_OF_THEIR_TIME("""
            WITH planned AS MATERIALIZED (
              SELECT entry.seq, entry.plan_version AS version,
                     coalesce(entry.effective_at, entry.recorded_at) AS effective_at, withdrawal.seq AS withdrawn
              FROM member_change AS entry
              LEFT JOIN member_change AS withdrawal
                ON withdrawal.kind = 'plan_withdrawn' AND withdrawal.plan_version = entry.plan_version
              WHERE entry.kind IN ('plan_activated', 'plan_scheduled')
            )
            SELECT format('Event %s was paid by version %s of the plan, and %s was in force.',
                          event.id, event.plan_version, coalesce('version ' || in_force.version, 'none'))
            FROM bonus_event AS event
            LEFT JOIN LATERAL (
              SELECT version FROM planned
              WHERE seq <= event.as_of_seq AND (withdrawn <= event.as_of_seq) IS NOT TRUE
                AND planned.effective_at <= event.created_at
              ORDER BY planned.effective_at DESC, seq DESC LIMIT 1
            ) AS in_force ON true
            WHERE event.plan_version IS DISTINCT FROM in_force.version
            ORDER BY event.id
            """),
    /// No rank was given on a state of the network that isn't there yet.
    RANKS_HAVE_THEIR_STATE("""
            SELECT format('The rank of user %s was evaluated as of entry %s; network.seq is %s.',
                          ranked.user_id, held.as_of_seq, network.seq)
            FROM member_rank AS held
            JOIN member AS ranked ON ranked.number = held.member, network
            WHERE held.as_of_seq > network.seq
            ORDER BY held.member
            """);

    private final String sql;

    BonusRule(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
