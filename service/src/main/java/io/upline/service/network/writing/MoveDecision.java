package io.upline.service.network.writing;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyWriter;
import io.upline.engine.genealogy.Line;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.command.MemberChange.Slot;
import io.upline.service.network.rule.RegistrationRule;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Problem.FieldError;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a member may move, and by whom they may be sponsored. Asks the tree only.
///
/// @param member who moves
record MoveDecision(Genealogy genealogy, Member member) {
    /// A slot that is free.
    ///
    /// @param parent an index
    record Place(int parent, int position) {}

    private GenealogyWriter tree() {
        return genealogy.writer();
    }

    /// The sponsor asked for, as an index; empty when it is the one of now. O(depth).
    ///
    /// @throws Problem 404 when the sponsor is no member, 409 when they can't be it
    Optional<Integer> sponsor(UUID sponsorId) {
        var sponsor = tree().find(sponsorId);
        if (sponsor == Genealogy.NONE) {
            throw Problem.of(ProblemType.UNKNOWN_SPONSOR, "Sponsor %s is not in the MLM tree.".formatted(sponsorId));
        }
        if (sponsor == member.sponsor()) {
            return Optional.empty();
        }
        requireNotBelow("sponsor", sponsor, Line.SPONSOR);
        if (tree().isSuspended(sponsor)) {
            throw RegistrationRule.suspended(sponsorId);
        }
        return Optional.of(sponsor);
    }

    /// The place asked for; empty when the member stands there. O(depth + width).
    ///
    /// @throws Problem 404 when the parent is no member, 409 when the place can't be taken, 422 when it is
    ///     beyond the width
    Optional<Place> place(Slot slot) {
        var parent = tree().find(slot.parentId());
        if (parent == Genealogy.NONE) {
            throw Problem.of(
                    ProblemType.UNKNOWN_MEMBER, "Parent %s is not in the MLM tree.".formatted(slot.parentId()));
        }
        var isHere = parent == member.parent();
        if (isHere && slot.position().orElse(member.position()) == member.position()) {
            return Optional.empty();
        }
        requireNotBelow("parent", parent, Line.PLACEMENT);
        slot.position().ifPresent(this::requireWithinWidth);
        if (!isHere && tree().isFull(parent)) {
            throw Problem.of(
                    ProblemType.PLACE_TAKEN,
                    "%s has as many children as the width of %d allows.".formatted(slot.parentId(), genealogy.width()));
        }
        var position = slot.position().orElseGet(() -> tree().leftmostFree(parent));
        requireFree(parent, position);
        return Optional.of(new Place(parent, position));
    }

    private void requireWithinWidth(int position) {
        if (position > genealogy.width()) {
            throw Problem.ofFields(List.of(new FieldError(
                    "/position", "position is %d; write one from 1 to %d.".formatted(position, genealogy.width()))));
        }
    }

    private void requireFree(int parent, int position) {
        var there = tree().childAt(parent, position);
        if (there != Genealogy.NONE) {
            throw Problem.of(
                    ProblemType.PLACE_TAKEN,
                    "Position %d under %s is taken by %s."
                            .formatted(position, tree().userId(parent), tree().userId(there)));
        }
    }

    private void requireNotBelow(String role, int above, Line line) {
        if (above == member.index() || tree().isBelow(above, member.index(), line)) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "The new %s %s is %s or stands below; nobody can stand below themselves."
                            .formatted(role, tree().userId(above), member.userId()));
        }
    }
}
