package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.WriteHold;

/// What a [Rearrangement] does in one of the two trees, step by step in this order. A step that gets no hold of the
/// write lock touches nothing that readers see.
sealed interface TreePart permits Relocation, Responsoring {
    /// Prepares aside what takes long.
    void prepare();

    /// Counts the member at those who gain it.
    void join(WriteHold hold);

    /// Links the member elsewhere. O(1).
    void relink();

    /// Counts the member off at those who lose it.
    void leave(WriteHold hold);

    /// Tidies up what only the writer sees.
    void settle();
}
