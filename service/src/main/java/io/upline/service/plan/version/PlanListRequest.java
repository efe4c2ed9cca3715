package io.upline.service.plan.version;

import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Query;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// The query parameters of the list of versions.
public record PlanListRequest(
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {
    /// The most versions of one page.
    static final int PAGE_VERSIONS = 1_000;

    private static final int USUAL_VERSIONS = 100;
    private static final String LIST = "plans";

    int most() {
        return Query.number("limit", limit, 1, PAGE_VERSIONS, USUAL_VERSIONS);
    }

    /// The version that the page comes before; higher than any for the first page.
    int before() {
        return Cursor.read(LIST, cursor).map(PlanListRequest::numberOf).orElse(Integer.MAX_VALUE);
    }

    /// The cursor of the page after a version.
    static String next(int last) {
        return Cursor.after(LIST, Integer.toString(last));
    }

    private static int numberOf(String last) {
        try {
            return Integer.parseInt(last);
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }
}
