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
    /// Every version of the compensation plan is the one that was put in force.
    PLANS_ARE_AS_THEY_WERE("""
            SELECT format('Version %s of the compensation plan is not the one that was put in force.', version)
            FROM audit_entry
            JOIN plan ON version = (facts::json -> 'after' ->> 'plan_version')::integer
            WHERE act = 'plan_activated'
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
