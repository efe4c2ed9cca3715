package io.upline.service.check.rule;

/// What holds between the audit and what was done. That the audit itself is as it was written, its chain proves.
public enum AuditRule implements Rule {
    /// Whom the audit says was moved, suspended, reinstated or forgotten, of that the log says the same.
    CHANGES_ARE_IN_THE_LOG("""
            SELECT format('The audit says that member number %s was %s as entry %s of the log, which says otherwise.',
                          told.subject, told.act, told.facts ->> 'seq')
            FROM (SELECT id, act, subject, facts::json AS facts FROM audit_entry
                  WHERE act IN ('moved', 'suspended', 'reinstated', 'forgotten')) AS told
            LEFT JOIN member_change AS change ON change.seq = (told.facts ->> 'seq')::bigint
            WHERE (change.kind, change.member) IS DISTINCT FROM (told.act, told.subject)
               OR change.sponsor <> (told.facts -> 'after' ->> 'sponsor')::integer
               OR change.parent <> (told.facts -> 'after' ->> 'parent')::integer
               OR change.position <> (told.facts -> 'after' ->> 'position')::integer
               OR change.previous_sponsor <> (told.facts -> 'before' ->> 'sponsor')::integer
               OR change.previous_parent <> (told.facts -> 'before' ->> 'parent')::integer
               OR change.previous_position <> (told.facts -> 'before' ->> 'position')::integer
            ORDER BY told.id
            """),
    /// Whom the audit says was born, is in the log.
    BIRTHS_ARE_IN_THE_LOG("""
            SELECT format('The audit says that members were born as the entries %s of the log, which ends with %s.',
                          births, seq)
            FROM audit_entry, network
            WHERE upper(births) > seq + 1
            ORDER BY audit_entry.id
            """),
    /// Who joined has an entry of the audit, since the first who has. One sort of births and entries.
    BIRTHS_ARE_IN_THE_AUDIT("""
            WITH entry AS (
              SELECT seq, NULL::bigint AS until FROM member
              UNION ALL
              SELECT lower(range), upper(range) FROM audit_entry, unnest(births) AS range
            ), told AS (
              SELECT seq, until, max(until) OVER (ORDER BY seq) AS told_until FROM entry
            ), untold AS (
              SELECT seq, seq - row_number() OVER (ORDER BY seq) AS run FROM told WHERE until IS NULL AND told_until <= seq
            )
            SELECT format('Members were born as the entries %s to %s of the log, and the audit says of nobody that they did it.',
                          min(seq), max(seq))
            FROM untold GROUP BY run ORDER BY run
            """),
    /// Every change has an entry of the audit, since the first that has. One pass over changes and entries.
    CHANGES_ARE_IN_THE_AUDIT("""
            WITH told AS (
              SELECT act, (facts::json ->> 'seq')::bigint AS seq FROM audit_entry
              WHERE act IN ('moved', 'suspended', 'reinstated', 'forgotten', 'width_changed',
                            'plan_activated', 'plan_scheduled', 'plan_withdrawn')
            )
            SELECT format('Entry %s of the log (%s) is not in the audit.', seq, kind)
            FROM member_change AS change
            WHERE kind IN ('moved', 'suspended', 'reinstated', 'forgotten', 'width_changed',
                            'plan_activated', 'plan_scheduled', 'plan_withdrawn')
              AND seq > (SELECT min(seq) FROM told)
              AND NOT EXISTS (SELECT FROM told WHERE told.seq = change.seq AND told.act = change.kind)
            ORDER BY seq
            """),
    /// Who acted and was forgotten is a pseudonym that the log gave.
    THE_FORGOTTEN_WERE_FORGOTTEN("""
            SELECT format('Whoever acted in entry %s of the audit is said to be forgotten; the log never gave the pseudonym %s.',
                          coalesce(sealed::text, id::text), coalesce(person::text, 'of nobody'))
            FROM audit_entry
            WHERE salt IS NULL
              AND NOT EXISTS (SELECT FROM member_change WHERE kind = 'forgotten' AND pseudonym = audit_entry.person)
            ORDER BY audit_entry.id
            """),
    /// Every version of the compensation plan is the one that was put in force.
    PLANS_ARE_AS_THEY_WERE("""
            SELECT format('Version %s of the compensation plan is not the one that was put in force.', version)
            FROM audit_entry
            JOIN plan ON version = (facts::json -> 'after' ->> 'plan_version')::integer
            WHERE act IN ('plan_activated', 'plan_scheduled')
              AND encode(sha256(convert_to(document, 'UTF8')), 'hex') <> facts::json ->> 'document_sha256'
            ORDER BY version
            """);

    private final String sql;

    AuditRule(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
