package io.upline.service.fuzz;

import io.upline.service.openapi.Documented;
import io.upline.service.platform.http.Wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Holds a reply against the document: no failure of the service, a status that the operation has, a body and
/// headers of their schemas, and a problem document for every error.
final class Verdict {
    /// What the framework says without a body, of an address or headers that are too long, or an address that is
    /// none.
    private static final Set<Integer> BEFORE_ANY_ROUTE = Set.of(400, 414, 431);

    /// What any route may say, as the document's introduction has it.
    private static final Set<Integer> OF_ANY_ROUTE = Set.of(400, 405, 413, 415);

    private static final String PROBLEM = "application/problem+json";

    private Verdict() {}

    /// What is wrong with a reply, a sentence each.
    static List<String> faults(Sent sent, Reply reply) {
        var status = reply.status();
        if (status >= 500) {
            return List.of("%s failed with %d: %s".formatted(sent.operation(), status, reply.body()));
        }
        if (BEFORE_ANY_ROUTE.contains(status)
                && reply.header("X-Request-Id").isEmpty()
                && reply.body().isEmpty()) {
            return List.of();
        }
        if (sent.isHead()) {
            return isDocumented(sent, status) ? List.of() : List.of("HEAD is answered " + status);
        }
        var faults = new ArrayList<String>();
        if (status >= 400 && !reply.header("Content-Type").equals(PROBLEM)) {
            faults.add("%s answers %d as %s".formatted(sent.operation(), status, reply.header("Content-Type")));
        }
        faults.addAll(
                isOfTheOperation(sent, status) || !OF_ANY_ROUTE.contains(status)
                        ? Documented.faults(sent.operation(), status, reply::header, reply.body())
                        : Documented.faultsOfProblem(reply.body()));
        return faults;
    }

    private static boolean isDocumented(Sent sent, int status) {
        return isOfTheOperation(sent, status) || OF_ANY_ROUTE.contains(status);
    }

    private static boolean isOfTheOperation(Sent sent, int status) {
        return sent.operation().node().get("responses").has(Integer.toString(status));
    }
}
