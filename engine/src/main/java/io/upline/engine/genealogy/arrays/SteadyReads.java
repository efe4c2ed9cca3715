package io.upline.engine.genealogy.arrays;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The sections of one walk that only make sense together. As soon as a member was changed since the walk began,
/// the next section is refused: a walk never goes on in a tree that is another one by now, so it always ends. It
/// runs within [Sections#steadily], which then begins again.
public final class SteadyReads {
    private final Sections sections;
    private final long changes;

    /// A walk that begins now.
    public SteadyReads(Sections sections) {
        this.sections = sections;
        this.changes = sections.changes();
    }

    /// Runs a section that answers with an object.
    ///
    /// @throws IllegalStateException when a member was changed since the walk began
    public <T> T read(Supplier<T> section) {
        requireUnchanged();
        return sections.read(section);
    }

    /// Runs a section that answers with a number.
    ///
    /// @throws IllegalStateException when a member was changed since the walk began
    public int readInt(IntSupplier section) {
        requireUnchanged();
        return sections.readInt(section);
    }

    private void requireUnchanged() {
        if (sections.changes() != changes) {
            throw new IllegalStateException("a member was changed during the walk: walk again, within steadily");
        }
    }
}
