package io.upline.service.bonus.list;

import io.upline.engine.plan.Identifier;
import io.upline.service.bonus.BonusQuery;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.NextLink;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The query parameters of a list of bonuses.
///
/// @param status `pending`, `paid` or `reversed`; empty or absent for all
/// @param type a trigger's name; empty or absent for all
public record BonusListRequest(
        @QueryParam("status") @Nullable String status,
        @QueryParam("type") @Nullable String type,
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {

    /// What is asked for.
    ///
    /// @throws Problem 400 for a wrong parameter
    BonusQuery query(String path, Optional<Integer> earner) {
        return new BonusQuery(
                earner,
                given(status).map(BonusListRequest::statusOf),
                given(type).map(BonusListRequest::typeOf),
                Optional.empty(),
                Cursor.readId(list(path), cursor),
                Query.number("limit", limit, 1, BonusQuery.PAGE_BONUSES, BonusQuery.PAGE_BONUSES));
    }

    /// The link to the page after `last`.
    String next(String path, UUID last) {
        var query = new LinkedHashMap<String, String>();
        query.put("status", Objects.requireNonNullElse(status, ""));
        query.put("type", Objects.requireNonNullElse(type, ""));
        query.put("limit", Objects.requireNonNullElse(limit, ""));
        query.put("cursor", Cursor.after(list(path), last.toString()));
        return NextLink.of(path, query);
    }

    private String list(String path) {
        return path + "?status=" + given(status).orElse("") + "&type="
                + given(type).orElse("");
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isEmpty());
    }

    private static BonusStatus statusOf(String word) {
        return BonusStatus.of(word)
                .orElseThrow(() -> Problem.of(
                        ProblemType.MALFORMED_REQUEST,
                        "status is \"%s\"; write pending, paid, reversed, or nothing for all.".formatted(word)));
    }

    private static String typeOf(String name) {
        Identifier.faultIn(name).ifPresent(fault -> {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "type: " + fault + ".");
        });
        return name;
    }
}
