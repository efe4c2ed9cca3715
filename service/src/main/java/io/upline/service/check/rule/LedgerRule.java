package io.upline.service.check.rule;

/// What holds for the ledger: nothing comes from nowhere, and everything that was earned is in its place.
public enum LedgerRule implements Rule {
    /// All balances together are zero, in every currency.
    EVERYTHING_SUMS_TO_ZERO("""
            SELECT format('All balances in %s sum to %s, not to zero.', currency, sum(amount))
            FROM (SELECT currency, amount FROM balance
                  UNION ALL
                  SELECT currency, unnest(ARRAY[amount, -amount]) FROM posting WHERE id > (SELECT upto FROM ledger)) AS moved
            GROUP BY currency HAVING sum(amount) <> 0
            ORDER BY currency
            """),
    /// A kept balance is what its postings come to.
    BALANCES_ARE_THEIR_POSTINGS("""
            WITH posted AS (
              SELECT account, member, bonus_type, currency, sum(amount) AS amount
              FROM (SELECT from_account AS account, from_member AS member,
                           CASE from_account WHEN 'expense' THEN bonus_type END AS bonus_type, currency, -amount AS amount
                    FROM posting WHERE id <= (SELECT upto FROM ledger)
                    UNION ALL
                    SELECT to_account, to_member, CASE to_account WHEN 'expense' THEN bonus_type END, currency, amount
                    FROM posting WHERE id <= (SELECT upto FROM ledger)) AS moved
              GROUP BY account, member, bonus_type, currency
            ), kept AS (
              SELECT account, coalesce(member, 0) AS member, coalesce(bonus_type, '') AS bonus_type, currency, amount
              FROM balance
            ), summed AS (
              SELECT account, coalesce(member, 0) AS member, coalesce(bonus_type, '') AS bonus_type, currency, amount
              FROM posted
            )
            SELECT format('The balance %s of %s is kept as %s %s; its postings come to %s.', account,
                          CASE member WHEN 0 THEN coalesce(nullif(bonus_type, ''), 'the company')
                                      ELSE 'member number ' || member END,
                          coalesce(kept.amount, 0), currency, coalesce(summed.amount, 0))
            FROM kept FULL JOIN summed USING (account, member, bonus_type, currency)
            WHERE coalesce(kept.amount, 0) <> coalesce(summed.amount, 0)
            ORDER BY account, member, bonus_type, currency
            """),
    /// No member has less than nothing, and nobody owes less than nothing.
    BALANCES_HAVE_THEIR_SIGN("""
            WITH moved AS (
              SELECT account, member, currency, amount FROM balance WHERE member IS NOT NULL
              UNION ALL
              SELECT from_account, from_member, currency, -amount FROM posting
              WHERE from_member IS NOT NULL AND id > (SELECT upto FROM ledger)
              UNION ALL
              SELECT to_account, to_member, currency, amount FROM posting
              WHERE to_member IS NOT NULL AND id > (SELECT upto FROM ledger)
            )
            SELECT format('The balance %s of member number %s is %s %s.', account, member, sum(amount), currency)
            FROM moved GROUP BY account, member, currency
            HAVING CASE account WHEN 'owed' THEN sum(amount) > 0 ELSE sum(amount) < 0 END
            ORDER BY account, member, currency
            """),
    /// Every bonus is backed by its postings, and what is left of it lies where its status says.
    BONUSES_ARE_BACKED("""
            WITH posted AS (
              SELECT bonus AS id,
                     coalesce(sum(amount) FILTER (WHERE kind = 'earned'), 0) AS earned,
                     coalesce(sum(amount) FILTER (WHERE kind = 'reversed'), 0) AS reversed,
                     coalesce(sum(amount) FILTER (WHERE to_account = 'held'), 0)
                       - coalesce(sum(amount) FILTER (WHERE from_account = 'held'), 0) AS held,
                     coalesce(sum(amount) FILTER (WHERE to_account = 'payable'), 0)
                       - coalesce(sum(amount) FILTER (WHERE from_account = 'payable'), 0) AS payable,
                     min(coalesce(to_member, from_member)) AS first_member, max(coalesce(from_member, to_member)) AS last_member,
                     min(currency) AS first_currency, max(currency) AS last_currency
              FROM posting WHERE bonus IS NOT NULL GROUP BY bonus
            )
            SELECT CASE WHEN bonus.id IS NULL THEN format('There are postings of bonus %s, which is missing.', id)
                        WHEN posted.id IS NULL THEN format('Bonus %s has no postings.', id)
                        ELSE format('Bonus %s of %s %s, of which %s was taken back, is %s; its postings of member number %s say %s, %s, %s held and %s to be paid in %s.',
                                    id, bonus.amount, bonus.currency, bonus.reversed, bonus.status, posted.first_member,
                                    posted.earned, posted.reversed, posted.held, posted.payable, posted.first_currency) END
            FROM bonus FULL JOIN posted USING (id)
            WHERE bonus.id IS NULL OR posted.id IS NULL
               OR (posted.earned, posted.reversed) <> (bonus.amount, bonus.reversed)
               OR posted.held <> CASE bonus.status WHEN 'held' THEN bonus.amount - bonus.reversed ELSE 0 END
               OR posted.payable <> CASE bonus.status WHEN 'pending' THEN bonus.amount - bonus.reversed ELSE 0 END
               OR bonus.earner <> posted.first_member OR bonus.earner <> posted.last_member
               OR bonus.currency <> posted.first_currency OR bonus.currency <> posted.last_currency
            ORDER BY id
            """),
    /// Who owes what, the postings say too.
    DEBTS_ARE_THEIR_POSTINGS("""
            WITH owed AS (
              SELECT member, currency, sum(amount) AS amount
              FROM (SELECT from_member AS member, currency, amount FROM posting WHERE from_account = 'owed'
                    UNION ALL
                    SELECT to_member, currency, -amount FROM posting WHERE to_account = 'owed') AS moved
              GROUP BY member, currency
            )
            SELECT format('Member number %s owes %s %s; the postings say %s.', member, coalesce(debt.amount, 0), currency,
                          coalesce(owed.amount, 0))
            FROM debt FULL JOIN owed USING (member, currency)
            WHERE coalesce(debt.amount, 0) <> coalesce(owed.amount, 0)
            ORDER BY member, currency
            """),
    /// No more of an event was refunded than there was; and once all of it was, all of its bonuses are taken back.
    REFUNDS_ARE_WITHIN_THEIR_EVENTS("""
            WITH refunded AS (
              SELECT event AS id, sum(amount) AS amount FROM reversal GROUP BY event
            ), refunded_event AS (
              SELECT event.id, event.amount, refunded.amount AS refunded,
                     EXISTS (SELECT FROM bonus WHERE bonus.event = event.id AND status <> 'reversed') AS left_over
              FROM refunded JOIN bonus_event AS event USING (id)
            )
            SELECT format('Of event %s of %s, %s was refunded%s.', id, coalesce(amount::text, 'no amount'),
                          coalesce(refunded::text, 'all'), CASE WHEN left_over THEN ', and not all of its bonuses are taken back' END)
            FROM refunded_event
            WHERE refunded > amount OR (left_over AND (refunded IS NULL OR refunded >= amount))
            ORDER BY id
            """),
    /// What was given or taken by hand was posted once, to whom and as it was told, and nothing else.
    ADJUSTMENTS_ARE_POSTED("""
            WITH posted AS (
              SELECT adjustment AS id,
                     string_agg(format('%s of %s %s for member number %s',
                                       CASE kind WHEN 'credited' THEN 'credit' WHEN 'debited' THEN 'debit' ELSE kind END,
                                       amount, currency, coalesce(to_member, from_member)), ', ' ORDER BY id) AS told
              FROM posting WHERE adjustment IS NOT NULL GROUP BY adjustment
            ), asked AS (
              SELECT id, status, format('%s of %s %s for member number %s', kind, amount, currency, member) AS told
              FROM adjustment
            )
            SELECT CASE WHEN asked.id IS NULL THEN format('There are postings of adjustment %s, which is missing.', id)
                        ELSE format('The adjustment %s, a %s, is %s; its postings are %s.', id, asked.told, asked.status,
                                    coalesce(posted.told, 'none')) END
            FROM asked FULL JOIN posted USING (id)
            WHERE asked.id IS NULL OR coalesce(posted.told, '') <> CASE asked.status WHEN 'posted' THEN asked.told ELSE '' END
            ORDER BY id
            """);

    private final String sql;

    LedgerRule(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
