package io.upline.service.access.guard;

import io.upline.service.access.Caller;
import io.upline.service.access.Role;
import io.upline.service.access.key.ApiKeys;
import io.upline.service.access.token.Session;
import io.upline.service.access.token.Sessions;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.settings.AccessSettings;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Finds out who sent a request, by the headers that it carries. What it says of a wrong one holds nothing of it.
@ApplicationScoped
class Authentication {
    private static final CharSequence KEY = HttpHeaders.createOptimized("X-Api-Key");
    private static final CharSequence SECRET = HttpHeaders.createOptimized("X-Api-Secret");
    private static final CharSequence TOKEN = HttpHeaders.createOptimized("Authorization");
    private static final String BEARER = "Bearer ";

    private final AccessSettings settings;
    private final ApiKeys keys;
    private final Sessions sessions;

    Authentication(Settings settings, ApiKeys keys, Sessions sessions) {
        this.settings = settings.access();
        this.keys = keys;
        this.sessions = sessions;
    }

    /// The caller; completed already when nobody has to be asked. The future fails with a [Problem] 401 for who is
    /// not known, and with a 503 when it can't be found out.
    ///
    /// @throws Problem 400 for a key and a token at once, 401 for neither or a wrong key
    CompletableFuture<Caller> of(MultiMap headers) {
        if (!settings.required()) {
            return CompletableFuture.completedFuture(new Caller.Local());
        }
        var hasKey = headers.contains(KEY) || headers.contains(SECRET);
        var hasToken = headers.contains(TOKEN);
        if (hasKey && hasToken) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "The request has an API key and a token; send the one by which you want to be known.");
        }
        if (hasKey) {
            return CompletableFuture.completedFuture(service(headers));
        }
        if (hasToken) {
            return sessions.of(token(headers)).thenApply(this::person);
        }
        throw unknown("Say who calls: with X-Api-Key and X-Api-Secret, or with Authorization: Bearer and a token.");
    }

    private Caller service(MultiMap headers) {
        return keys.of(only(headers, KEY), only(headers, SECRET))
                .orElseThrow(() -> unknown("The API key or its secret is wrong."));
    }

    private static String token(MultiMap headers) {
        var header = only(headers, TOKEN);
        var isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        var token = isBearer ? header.substring(BEARER.length()).strip() : "";
        if (token.isEmpty() || token.indexOf(' ') >= 0) {
            throw unknown("The header Authorization is not Bearer and a token.");
        }
        return token;
    }

    private static String only(MultiMap headers, CharSequence name) {
        var values = headers.getAll(name);
        if (values.size() != 1) {
            throw unknown("Send the header %s once.".formatted(name));
        }
        return values.getFirst();
    }

    private Caller person(Session session) {
        return switch (session) {
            case Session.Open(var userId) -> new Caller.Person(userId, roleOf(userId));
            case Session.Refused(var reason) -> throw unknown(reason);
        };
    }

    private Role roleOf(UUID userId) {
        if (settings.admins().contains(userId)) {
            return Role.ADMIN;
        }
        return settings.auditors().contains(userId) ? Role.AUDITOR : Role.MEMBER;
    }

    private static Problem unknown(String sentence) {
        return Problem.of(ProblemType.UNAUTHENTICATED, sentence);
    }
}
