package io.upline.service.bonus.money;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/// What every account comes to by the table of postings, as [NaiveAccounts] names them.
final class PostedBalances {
    private PostedBalances() {}

    /// All that are not zero.
    static Map<String, BigDecimal> of(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT coalesce(member.user_id::text, '') || ' ' || account, sum(amount)::numeric(19, 2)
                        FROM (SELECT to_member AS number, to_account AS account, amount FROM posting
                              UNION ALL
                              SELECT from_member, from_account, -amount FROM posting) AS moved
                        LEFT JOIN member USING (number)
                        GROUP BY 1 HAVING sum(amount) <> 0
                        """);
                var rows = select.executeQuery()) {
            var balances = new TreeMap<String, BigDecimal>();
            while (rows.next()) {
                balances.put(rows.getString(1), rows.getBigDecimal(2));
            }
            return balances;
        }
    }
}
