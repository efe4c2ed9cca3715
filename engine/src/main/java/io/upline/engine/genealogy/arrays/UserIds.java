package io.upline.engine.genealogy.arrays;

import java.util.UUID;

/// Who each member is and when they joined: the user id as two `long`, the time in microseconds since 1970 UTC.
public final class UserIds {
    static final int HIGH = 0;
    static final int LOW = 1;
    private static final int JOINED_AT = 2;
    private static final int FIELDS = 3;

    private final LongRecords records = new LongRecords(FIELDS);
    private final UserIdIndex index = new UserIdIndex(records);

    /// The member with this id, drafts included, or [Forest#NONE]. O(1).
    public int find(UUID userId) {
        return index.find(userId.getMostSignificantBits(), userId.getLeastSignificantBits());
    }

    /// The id of a member. O(1).
    public UUID userId(int member) {
        return new UUID(records.get(member, HIGH), records.get(member, LOW));
    }

    /// When the member joined, in microseconds since 1970 UTC. O(1).
    public long joinedAtMicros(int member) {
        return records.get(member, JOINED_AT);
    }

    /// Adds the next member, whose id is not there yet. O(1), amortized.
    public void add(int member, UUID userId, long joinedAtMicros) {
        records.reserve(member);
        name(member, userId);
        records.set(member, JOINED_AT, joinedAtMicros);
        index.add(member);
    }

    /// Gives a member another id, which nobody else has: nobody is found by the one before. O(1), amortized.
    public void rename(int member, UUID userId) {
        // The index finds its own slots by the recorded ids: out under the old one, in under the new.
        index.remove(member);
        name(member, userId);
        index.add(member);
    }

    private void name(int member, UUID userId) {
        records.set(member, HIGH, userId.getMostSignificantBits());
        records.set(member, LOW, userId.getLeastSignificantBits());
    }

    /// Forgets the last member. O(1).
    public void remove(int member) {
        index.remove(member);
    }
}
