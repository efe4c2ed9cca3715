package io.upline.engine.genealogy.arrays;

/// All arrays of one network, and how far readers see into them: members from 0 up to [#visible()]. Whatever stands at
/// higher indexes are drafts, known to the writer only.
public final class NetworkArrays {
    private final Sections sections = new Sections();
    private final UserIds userIds = new UserIds();
    private final Matrix placement;
    private final Forest sponsors = new Forest();
    private volatile int width;
    private volatile int visible;
    private volatile long asOf;

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

    /// Who sponsored whom, in order of birth.
    public Forest sponsors() {
        return sponsors;
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

    /// Changes the width in force. Readers see it at once; the open slots belong to the writer. O(members).
    public void changeWidth(int newWidth) {
        requireWidth(newWidth);
        placement.changeWidth(newWidth, visible);
        width = newWidth;
    }
}
