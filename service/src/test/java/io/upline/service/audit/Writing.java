package io.upline.service.audit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.job.Jobs;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A route that changes something.
///
/// @param act what it is called in the audit
/// @param work sends it, about somebody whom it can be done to
record Writing(String route, String act, Work work) {
    /// A route that can be sent.
    interface Work {
        Response by(Map<String, String> caller, UUID member);
    }

    /// Somebody's plan, so that it is withdrawn once.
    private static final Map<UUID, Integer> SCHEDULED = new ConcurrentHashMap<>();

    private static final AtomicInteger HOLD_DAYS = new AtomicInteger();

    /// Of the plan that these are tried with.
    static final String ABOVE_THE_LIMIT = "50.01";

    static final List<Writing> ALL = List.of(
            new Writing("POST /mlm/register", "registered", (caller, member) -> register(caller, member, "")),
            new Writing("POST /mlm/root", "registered", (caller, _) -> root(caller, UUID.randomUUID(), "")),
            new Writing("POST /mlm/members/import", "imported", (caller, _) -> importOne(caller, "")),
            new Writing("POST /mlm/members/{user_id}/move", "moved", Writing::move),
            new Writing("POST /mlm/members/{user_id}/suspend", "suspended", Writing::suspend),
            new Writing("POST /mlm/members/{user_id}/reinstate", "reinstated", (caller, member) -> {
                suspend(Calls.person(Calls.ADMIN), member).then().statusCode(200);
                return change(caller, member, "reinstate", "");
            }),
            new Writing(
                    "POST /mlm/members/{user_id}/forget",
                    "forgotten",
                    (caller, member) -> change(caller, member, "forget", "")),
            new Writing("POST /mlm/bonus", "bonus_triggered", Writing::trigger),
            new Writing(
                    "PATCH /mlm/bonus/{id}/mark-paid", "bonus_paid", (caller, member) -> pay(caller, newBonus(member))),
            new Writing("POST /mlm/bonus/mark-paid", "all_bonuses_paid", (caller, member) -> {
                newBonus(member);
                return payAll(caller);
            }),
            new Writing("POST /mlm/bonus/{id}/hold", "bonus_held", (caller, member) -> hold(caller, newBonus(member))),
            new Writing("POST /mlm/bonus/{id}/release", "bonus_released", (caller, member) -> {
                var bonus = newBonus(member);
                hold(Calls.person(Calls.ADMIN), bonus).then().statusCode(200);
                return Calls.post(caller, "/mlm/bonus/%s/release".formatted(bonus), "{\"reason\": \"a test\"}");
            }),
            new Writing(
                    "POST /mlm/events/{id}/reverse",
                    "event_reversed",
                    (caller, member) -> Calls.post(caller, "/mlm/events/%s/reverse".formatted(newEvent(member)), "{}")),
            new Writing("POST /mlm/events/reverse", "event_reversed", Writing::reverse),
            new Writing(
                    "POST /mlm/adjustments", "adjustment_posted", (caller, member) -> adjust(caller, member, "1.00")),
            new Writing(
                    "POST /mlm/adjustments/{id}/approve",
                    "adjustment_posted",
                    (caller, member) -> decide(caller, member, "approve")),
            new Writing(
                    "POST /mlm/adjustments/{id}/decline",
                    "adjustment_declined",
                    (caller, member) -> decide(caller, member, "decline")),
            new Writing("POST /mlm/rank/evaluate/{user_id}", "rank_evaluated", Writing::evaluate),
            new Writing(
                    "POST /mlm/jobs/{id}/cancel", "job_cancelled", (caller, member) -> cancel(caller, jobOf(member))),
            new Writing("POST /mlm/plans", "plan_scheduled", (caller, _) -> plan(caller, "")),
            new Writing(
                    "DELETE /mlm/plans/{version}",
                    "plan_withdrawn",
                    (caller, member) -> withdraw(caller, SCHEDULED.computeIfAbsent(member, _ -> newPlan()))));

    private static final Map<UUID, UUID> JOBS = new ConcurrentHashMap<>();
    private static final Map<UUID, String> WAITING = new ConcurrentHashMap<>();

    /// Sends it.
    Response send(Map<String, String> caller) {
        return work.by(caller, newMember());
    }

    static UUID newMember() {
        return Calls.newMember(Calls.newRoot());
    }

    static Response register(Map<String, String> caller, UUID sponsor, String query) {
        return Calls.post(
                caller,
                "/mlm/register" + query,
                "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(UUID.randomUUID(), sponsor));
    }

    static Response root(Map<String, String> caller, UUID user, String query) {
        return Calls.post(caller, "/mlm/root" + query, "{\"user_id\": \"%s\"}".formatted(user));
    }

    static Response importOne(Map<String, String> caller, String query) {
        return given().headers(caller)
                .contentType("text/csv")
                .body("user_id,sponsor_id,joined_at\n%s,,2026-01-01T00:00:00Z\n".formatted(UUID.randomUUID()))
                .post("/mlm/members/import" + query);
    }

    static Response move(Map<String, String> caller, UUID member) {
        return change(caller, member, "move", "\"parent_id\": \"%s\", ".formatted(Calls.newRoot()));
    }

    static Response suspend(Map<String, String> caller, UUID member) {
        return change(caller, member, "suspend", "");
    }

    private static Response change(Map<String, String> caller, UUID member, String verb, String fields) {
        return Calls.post(
                caller, "/mlm/members/%s/%s".formatted(member, verb), "{%s\"reason\": \"a test\"}".formatted(fields));
    }

    static Response trigger(Map<String, String> caller, UUID member) {
        return trigger(caller, member, "");
    }

    static Response trigger(Map<String, String> caller, UUID member, String query) {
        return Calls.post(
                caller,
                "/mlm/bonus" + query,
                "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(member));
    }

    /// Somebody's first bonus of what is triggered now.
    static String newBonus(UUID source) {
        return trigger(Calls.service(Role.SERVICE), source)
                .then()
                .statusCode(200)
                .extract()
                .path("bonuses[0].id");
    }

    static Response pay(Map<String, String> caller, String bonus) {
        return given().headers(caller).contentType(ContentType.JSON).patch("/mlm/bonus/" + bonus + "/mark-paid");
    }

    static Response payAll(Map<String, String> caller) {
        return Calls.post(caller, "/mlm/bonus/mark-paid", "null");
    }

    private static Response hold(Map<String, String> caller, String bonus) {
        return Calls.post(
                caller,
                "/mlm/bonus/%s/hold".formatted(bonus),
                "{\"until\": \"2030-01-01T00:00:00Z\", \"reason\": \"a test\"}");
    }

    private static String newEvent(UUID source) {
        return trigger(Calls.service(Role.SERVICE), source).path("event_id");
    }

    private static Response reverse(Map<String, String> caller, UUID source) {
        var order = "\"trigger_type\": \"purchase\", \"reference\": \"%s\"".formatted("order-of-" + source.hashCode());
        Calls.post(
                Calls.service(Role.SERVICE),
                "/mlm/bonus",
                "{\"source_user_id\": \"%s\", \"amount\": 100, %s}".formatted(source, order));
        return Calls.post(caller, "/mlm/events/reverse", "{%s}".formatted(order));
    }

    static Response adjust(Map<String, String> caller, UUID member, String amount) {
        return Calls.post(
                caller,
                "/mlm/adjustments",
                "{\"user_id\": \"%s\", \"kind\": \"credit\", \"amount\": %s, \"reason\": \"a test\"}"
                        .formatted(member, amount));
    }

    /// Somebody else asked for it.
    private static Response decide(Map<String, String> caller, UUID member, String decision) {
        var waiting = WAITING.computeIfAbsent(
                member,
                _ -> adjust(Calls.person(Calls.OTHER_ADMIN), member, ABOVE_THE_LIMIT)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id"));
        return Calls.post(caller, "/mlm/adjustments/%s/%s".formatted(waiting, decision), "null");
    }

    static Response evaluate(Map<String, String> caller, UUID member) {
        return Calls.post(caller, "/mlm/rank/evaluate/" + member, "null");
    }

    /// The same one for the same member.
    private static UUID jobOf(UUID member) {
        return JOBS.computeIfAbsent(member, _ -> newJob());
    }

    /// Of a kind that nobody knows: so it waits.
    private static UUID newJob() {
        var jobs = CDI.current().select(Jobs.class).get();
        return CDI.current()
                .select(Database.class)
                .get()
                .transaction(connection -> jobs.submit(connection, "nothing", "{}", OptionalLong.empty()));
    }

    static Response cancel(Map<String, String> caller, UUID job) {
        return Calls.post(caller, "/mlm/jobs/" + job + "/cancel", "null");
    }

    /// One that comes in force when nobody is here any more.
    static Response plan(Map<String, String> caller, String query) {
        var held = "  purchase:\n    hold_days: " + HOLD_DAYS.incrementAndGet() + "\n";
        return given().headers(caller)
                .header("Content-Type", "application/yaml")
                .body(PlanFile.builtIn().replace("  purchase:\n", held).getBytes(StandardCharsets.UTF_8))
                .post("/mlm/plans?activate_at=2100-01-01T00:00:00Z" + query);
    }

    private static int newPlan() {
        return plan(Calls.person(Calls.ADMIN), "")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    static Response withdraw(Map<String, String> caller, int version) {
        return given().headers(caller).delete("/mlm/plans/" + version);
    }

    @Override
    public String toString() {
        return route;
    }
}
