package io.upline.service.audit.list;

import io.upline.service.audit.Act;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The query parameters of the audit; empty or absent for all.
///
/// @param userId a member
/// @param by the id of a key, or a person's user id
public record AuditListRequest(
        @QueryParam("user_id") @Nullable String userId,
        @QueryParam("by") @Nullable String by,
        @QueryParam("act") @Nullable String act,
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {
    /// Ids of keys, and user ids.
    private static final Pattern AUTHOR = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// What is asked for.
    ///
    /// @throws Problem 400 for a wrong parameter
    AuditQuery query() {
        return new AuditQuery(
                given(userId).map(AuditListRequest::idOf),
                given(by).map(AuditListRequest::authorOf),
                given(act).map(AuditListRequest::actOf),
                Cursor.read(list(), cursor).map(AuditListRequest::numberOf),
                Query.number("limit", limit, 1, AuditQuery.PAGE_ENTRIES, AuditQuery.USUAL_ENTRIES));
    }

    /// The cursor of the page after the entry with that number.
    String next(long last) {
        return Cursor.after(list(), Long.toString(last));
    }

    private String list() {
        return "audit?user_id=%s&by=%s&act=%s"
                .formatted(
                        given(userId).orElse(""),
                        given(by).orElse(""),
                        given(act).orElse(""));
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isEmpty());
    }

    private static UUID idOf(String text) {
        return Ids.parse(text).orElseThrow(() -> malformed("user_id is not a UUID."));
    }

    private static String authorOf(String text) {
        if (!AUTHOR.matcher(text).matches()) {
            throw malformed("by is neither the id of a key nor a user_id.");
        }
        return text;
    }

    private static Act actOf(String word) {
        return Act.of(word)
                .orElseThrow(() -> malformed("There is no such act; write one of: "
                        + Arrays.stream(Act.values()).map(Act::word).collect(Collectors.joining(", ")) + "."));
    }

    private static long numberOf(String last) {
        try {
            return Long.parseLong(last);
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, detail);
    }
}
