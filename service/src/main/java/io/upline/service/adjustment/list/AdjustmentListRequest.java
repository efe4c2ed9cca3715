package io.upline.service.adjustment.list;

import io.upline.service.adjustment.AdjustmentStatus;
import io.upline.service.adjustment.StoredAdjustment;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The query parameters of the list of adjustments.
///
/// @param status an [AdjustmentStatus]; empty or absent for all
/// @param userId a member's; empty or absent for everybody's
public record AdjustmentListRequest(
        @QueryParam("status") @Nullable String status,
        @QueryParam("user_id") @Nullable String userId,
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {
    private static final int PAGE_ADJUSTMENTS = 1_000;
    private static final int USUAL_ADJUSTMENTS = 100;

    /// @throws Problem 400 for an unknown word
    Optional<AdjustmentStatus> wanted() {
        return given(status)
                .map(word -> AdjustmentStatus.of(word)
                        .orElseThrow(
                                () -> malformed("status is \"%s\"; write waiting, posted, declined, or nothing for all."
                                        .formatted(Shown.shortened(word)))));
    }

    /// @throws Problem 400 for what is no id
    Optional<UUID> member() {
        return given(userId).map(text -> Ids.parse(text).orElseThrow(() -> malformed("user_id is not a UUID.")));
    }

    /// The last adjustment of the page before.
    ///
    /// @throws Problem 400 for a cursor of another list
    Optional<UUID> before() {
        return Cursor.readId(list(), cursor);
    }

    /// The most adjustments of the page.
    ///
    /// @throws Problem 400 unless it is from 1 to 1,000
    int most() {
        return Query.number("limit", limit, 1, PAGE_ADJUSTMENTS, USUAL_ADJUSTMENTS);
    }

    /// The cursor of the page after an adjustment.
    String next(StoredAdjustment last) {
        return Cursor.after(list(), last.id().toString());
    }

    private String list() {
        return "adjustments?status=%s&user_id=%s"
                .formatted(
                        wanted().map(AdjustmentStatus::word).orElse(""),
                        member().map(UUID::toString).orElse(""));
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isEmpty());
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, detail);
    }
}
