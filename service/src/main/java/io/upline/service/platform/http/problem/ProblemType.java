package io.upline.service.platform.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every kind of error this service answers with. The name, in lower case with dashes, is the last part of the
/// stable address `/problems/{slug}`, where its page is served.
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request can't be read",
            "Correct the request's syntax, parameter, header or cursor and send it again."),
    ALREADY_A_MEMBER(
            400,
            "The user is a member already",
            "Nothing to do: the member keeps the place it has. Read it at /mlm/members/{user_id}."),
    UNAUTHENTICATED(
            401,
            "The caller is not known",
            "Send X-Api-Key and X-Api-Secret, or Authorization: Bearer with a token that is in force."),
    FORBIDDEN(403, "The caller may not do this", "Ask with a role that may; docs/ACCESS.md has the table."),
    FORBIDDEN_ORIGIN(
            403,
            "The request comes from another site",
            "Call the service under its own host name, and not from a page of another site."),
    UNKNOWN_ROUTE(404, "There is nothing at this address", "Look the route up in the documentation at /docs."),
    UNKNOWN_SPONSOR(404, "The sponsor is not a member", "Register the sponsor first, or correct parent_id."),
    UNKNOWN_MEMBER(404, "The user is not a member", "Register the member first, or correct the id."),
    UNKNOWN_BONUS(404, "There is no such bonus", "Correct the bonus's id."),
    UNKNOWN_EVENT(404, "There is no such event", "Correct the event's id, or its trigger_type and reference."),
    UNKNOWN_JOB(404, "There is no such job", "Correct the job's id; /mlm/jobs lists them."),
    UNKNOWN_PLAN(
            404, "There is no such version of the plan", "Read the versions at /mlm/plans, and correct the number."),
    UNKNOWN_ADJUSTMENT(404, "There is no such adjustment", "Correct the adjustment's id; /mlm/adjustments lists them."),
    METHOD_NOT_ALLOWED(405, "The route has no such method", "Use one of the methods named in the header Allow."),
    NOT_ACCEPTABLE(
            406,
            "The route can't answer in that form",
            "Ask for a media type which the documentation of the route names."),
    CONFLICT(409, "The request contradicts what is there", "Read the present state and decide again."),
    SPONSOR_SUSPENDED(
            409,
            "The sponsor is suspended",
            "Name another sponsor, or reinstate this one; suspended members sponsor nobody."),
    PLACE_TAKEN(409, "The place is taken", "Name another position, or another parent."),
    LOG_WENT_BACK(
            409,
            "The log ends before the entry that you have",
            "The database went back in time. Read the network anew, and follow the log from the as_of_seq of that."),
    TOO_LARGE(413, "The request is too large", "Send less in one request."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is of the wrong type", "Send the media type which the documentation of the route names."),
    INVALID_REQUEST(
            422,
            "The request can't be done as it stands",
            "Correct what the detail and the errors name and send it again."),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request", "Use a new key for a new request."),
    TOO_MANY_REQUESTS(
            429,
            "More requests than the caller may send",
            "Wait for the time in Retry-After; RateLimit-Policy says how many are let in."),
    INTERNAL_ERROR(
            500,
            "The service failed",
            "Tell the operator the request's id; it is in the log. Repeating is safe with the same ids or key."),
    UNAVAILABLE(503, "The service can't do this now", "Try again after the time in Retry-After; nothing was written."),
    OUTCOME_UNKNOWN(
            503,
            "Nobody knows whether it was done",
            "Repeat the request with the same ids or the same Idempotency-Key: that is safe.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemType(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// A short summary, the same for every occurrence.
    public String title() {
        return title;
    }

    /// What a client does about it.
    public String advice() {
        return advice;
    }

    /// The last part of the type's address.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The type's address, relative to the service.
    public String uri() {
        return "/problems/" + slug();
    }

    /// The type of that slug.
    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
