package io.upline.service.bonus;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A page of bonuses, newest first.
///
/// @param hasNext whether there are older ones
public record BonusPage(List<Bonus> bonuses, boolean hasNext) {
    /// After which one the next page begins; empty on the last page.
    public Optional<UUID> last() {
        return hasNext ? Optional.of(bonuses.getLast().id()) : Optional.empty();
    }
}
