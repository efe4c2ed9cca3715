package io.upline.service.job;

import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import io.upline.service.platform.job.Job;
import io.upline.service.platform.job.JobStatus;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The query parameters of the list of jobs.
///
/// @param status a [JobStatus]; empty or absent for all
public record JobListRequest(
        @QueryParam("status") @Nullable String status,
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {
    private static final int PAGE_JOBS = 1_000;
    private static final int USUAL_JOBS = 100;

    /// @throws Problem 400 for an unknown word
    Optional<JobStatus> wanted() {
        return Optional.ofNullable(status)
                .filter(word -> !word.isEmpty())
                .map(word -> JobStatus.of(word)
                        .orElseThrow(() -> Problem.of(
                                ProblemType.MALFORMED_REQUEST,
                                "status is \"%s\"; write queued, running, done, failed, cancelled, or nothing for all."
                                        .formatted(Shown.shortened(word)))));
    }

    /// The last job of the page before.
    ///
    /// @throws Problem 400 for a cursor of another list
    Optional<UUID> before() {
        return Cursor.readId(list(), cursor);
    }

    /// The most jobs of the page.
    ///
    /// @throws Problem 400 unless it is from 1 to 1,000
    int most() {
        return Query.number("limit", limit, 1, PAGE_JOBS, USUAL_JOBS);
    }

    /// The cursor of the page after a job.
    String next(Job last) {
        return Cursor.after(list(), last.id().toString());
    }

    private String list() {
        return "jobs?status=" + wanted().map(JobStatus::word).orElse("");
    }
}
