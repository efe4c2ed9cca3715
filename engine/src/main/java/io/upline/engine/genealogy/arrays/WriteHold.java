package io.upline.engine.genealogy.arrays;

/// The writer's hold of the lock for work of any length: whenever about a thousand members were touched, it gives
/// way to readers for a moment; see [Sections#yieldWrite]. What has to appear at once is written between two calls
/// of [#touched].
public final class WriteHold implements AutoCloseable {
    private final Sections sections;
    private long stamp;
    private int touched;

    /// Shuts readers out.
    public WriteHold(Sections sections) {
        this.sections = sections;
        this.stamp = sections.beginWrite();
        sections.setWorkUnderWay(true);
    }

    /// Says that `members` more were touched; perhaps lets readers in.
    public void touched(int members) {
        touched += members;
        if (touched >= Sections.SECTION_MEMBERS) {
            touched = 0;
            stamp = sections.yieldWrite(stamp);
        }
    }

    /// Lets readers in again.
    @Override
    public void close() {
        sections.setWorkUnderWay(false);
        sections.endWrite(stamp);
    }
}
