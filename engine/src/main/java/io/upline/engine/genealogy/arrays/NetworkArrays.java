package io.upline.engine.genealogy.arrays;

/// All arrays of one network, and how far readers see into them: members from 0 up to [#visible()]. Whatever stands
/// at higher indexes are drafts, known to the writer only.
public final class NetworkArrays {
    /// The time of a member's last change when there was none.
    public static final long NEVER = Long.MIN_VALUE;

    private final Sections sections = new Sections();
    private final UserIds userIds = new UserIds();
    private final Matrix placement;
    private final SponsorTree sponsors = new SponsorTree();
    private final SparseLongs updatedAtMicros = new SparseLongs(NEVER);
    private volatile int width;
    private volatile int visible;
    private volatile long asOf;
    private long changeSeq;
    private long changedAtMicros;

    /// An empty network of a width from 1 to [Matrix#MAX_POSITION].
    ///
    /// @throws IllegalArgumentException for another width
    public NetworkArrays(int width) {
        requireWidth(width);
        this.width = width;
        this.placement = new Matrix(width);
    }

    /// Refuses a width outside of 1 to [Matrix#MAX_POSITION].
    ///
    /// @throws IllegalArgumentException for another width
    public static void requireWidth(int width) {
        if (width < 1 || width > Matrix.MAX_POSITION) {
            throw new IllegalArgumentException(
                    "width is %d: choose one from 1 to %d".formatted(width, Matrix.MAX_POSITION));
        }
    }

    /// The lock around everything else.
    public Sections sections() {
        return sections;
    }

    /// Ids and times.
    public UserIds userIds() {
        return userIds;
    }

    /// Who stands where.
    public Matrix placement() {
        return placement;
    }

    /// Who sponsored whom.
    public SponsorTree sponsors() {
        return sponsors;
    }

    /// When members were changed for the last time, in microseconds since 1970 UTC, or [#NEVER].
    public SparseLongs updatedAtMicros() {
        return updatedAtMicros;
    }

    /// The width in force.
    public int width() {
        return width;
    }

    /// The number of published members.
    public int visible() {
        return visible;
    }

    /// The place in the log that readers see.
    public long asOf() {
        return asOf;
    }

    /// Lets readers see the members below `newVisible`, as of a place in the log. Only under the write lock.
    public void show(int newVisible, long newAsOf) {
        visible = newVisible;
        asOf = newAsOf;
    }

    /// Changes a member, as of a place in the log: readers see all of `change` at once, and questions that are
    /// asked steadily begin again. Only under the write lock.
    ///
    /// @param atMicros when it was changed
    public void change(int member, long atMicros, long newAsOf, Runnable change) {
        sections.beginChange();
        change.run();
        updatedAtMicros.set(member, atMicros);
        noteChange(newAsOf, atMicros);
        show(visible, newAsOf);
    }

    /// Says which change of a member was the last one. Only under the write lock.
    public void noteChange(long seq, long atMicros) {
        changeSeq = seq;
        changedAtMicros = atMicros;
    }

    /// The place in the log of the last change of a member, or 0; only within a section.
    public long changeSeq() {
        return changeSeq;
    }

    /// When that was; only within a section.
    public long changedAtMicros() {
        return changedAtMicros;
    }

    /// Changes the width in force, as of a place in the log. O(members), without holding up readers: the open slots
    /// belong to the writer.
    public void changeWidth(int newWidth, long newAsOf) {
        requireWidth(newWidth);
        placement.changeWidth(newWidth, visible);
        long stamp = sections.beginWrite();
        sections.beginChange();
        width = newWidth;
        show(visible, newAsOf);
        sections.endWrite(stamp);
    }
}
