package io.upline.service.member.text;

import io.upline.service.network.Located;
import io.upline.service.platform.http.Query;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How lists of members are given page by page.
public final class MemberPages {
    private static final int PAGE_MEMBERS = 1_000;
    private static final int DEFAULT_PAGE_MEMBERS = 100;
    private static final Executor LATER_PAGES = Executors.newVirtualThreadPerTaskExecutor();

    private MemberPages() {}

    /// How many members a page is asked to have, from 1 to 1,000; 100 when nobody says.
    ///
    /// @throws io.upline.service.platform.http.problem.Problem 400 for anything else
    public static int limit(@Nullable String limit) {
        return Query.number("limit", limit, 1, PAGE_MEMBERS, DEFAULT_PAGE_MEMBERS);
    }

    /// Answers a first page where it is, and the others on a thread of their own: finding where one begins is
    /// O(depth).
    public static CompletionStage<Response> answer(
            CompletionStage<Located> located, @Nullable String cursor, Function<Located, Response> answer) {
        return cursor == null || cursor.isEmpty()
                ? located.thenApply(answer)
                : located.thenApplyAsync(answer, LATER_PAGES);
    }
}
