package io.upline.engine.ledger;

import java.util.List;

/// What became of a step in a bonus's life.
public sealed interface Step {

    /// It was taken.
    ///
    /// @param before   the bonus until then
    /// @param after    the bonus from then on
    /// @param postings what moves, in this order; none where its money stays where it is
    record Taken(BonusLife before, BonusLife after, List<Posting> postings) implements Step {

        /// Takes its own copy of the postings.
        public Taken {
            postings = List.copyOf(postings);
        }

        /// Whether anything changed.
        public boolean isNew() {
            return !after.equals(before);
        }
    }

    /// It can't be taken from where the bonus is.
    record Refused(BonusState state) implements Step {}
}
