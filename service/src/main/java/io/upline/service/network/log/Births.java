package io.upline.service.network.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The births of one batch as columns, ready for one `unnest`.
public final class Births {
    private final List<UUID> userIds = new ArrayList<>();
    private final List<@Nullable Integer> sponsors = new ArrayList<>();
    private final List<@Nullable Integer> parents = new ArrayList<>();
    private final List<@Nullable Integer> positions = new ArrayList<>();
    private final List<Long> joined = new ArrayList<>();

    /// Adds a root.
    public void addRoot(UUID userId, long joinedAtMicros) {
        add(userId, null, null, null, joinedAtMicros);
    }

    /// Adds a member under `parent`; members are named by number.
    public void add(
            UUID userId,
            @Nullable Integer sponsor,
            @Nullable Integer parent,
            @Nullable Integer position,
            long joinedAtMicros) {
        userIds.add(userId);
        sponsors.add(sponsor);
        parents.add(parent);
        positions.add(position);
        joined.add(joinedAtMicros);
    }

    /// How many they are.
    public int size() {
        return userIds.size();
    }

    void bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        statement.setArray(first, connection.createArrayOf("uuid", userIds.toArray()));
        statement.setArray(first + 1, connection.createArrayOf("integer", sponsors.toArray()));
        statement.setArray(first + 2, connection.createArrayOf("integer", parents.toArray()));
        statement.setArray(first + 3, connection.createArrayOf("smallint", positions.toArray()));
        statement.setArray(first + 4, connection.createArrayOf("bigint", joined.toArray()));
    }
}
