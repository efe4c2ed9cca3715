package io.upline.bench.load.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one run of `wrk` sends, and for how long.
///
/// @param threads of the generator
/// @param connections in all
/// @param seconds it lasts at most
/// @param parameters of the script
public record Load(int threads, int connections, int seconds, Map<String, String> parameters) {
    private static final int THREADS = 2;
    private static final int CONNECTIONS = 64;
    private static final int LIMIT_SECONDS = 900;

    /// Whom newcomers name as their sponsor.
    public enum Sponsors {
        /// Always the first member: everybody else is spilled over.
        HOT,
        /// Any of the members that were there at the start.
        RANDOM;

        /// In a sentence.
        public String words() {
            return switch (this) {
                case HOT -> "one hot sponsor";
                case RANDOM -> "random sponsors";
            };
        }

        private String argument() {
            return switch (this) {
                case HOT -> "hot";
                case RANDOM -> "random";
            };
        }
    }

    /// A GET of a path, in which `{id}` becomes the id of a member.
    public static Load get(String path) {
        return new Load(THREADS, CONNECTIONS, LIMIT_SECONDS, Map.of("path", path));
    }

    /// Registrations of new members.
    public static Load registrations(Sponsors sponsors) {
        return new Load(
                THREADS,
                CONNECTIONS,
                LIMIT_SECONDS,
                Map.of("path", "/mlm/register", "body", "member", "sponsors", sponsors.argument()));
    }

    /// Bonus triggers, each with a reference of its own.
    public static Load triggers() {
        return new Load(THREADS, CONNECTIONS, LIMIT_SECONDS, Map.of("path", "/mlm/bonus", "body", "trigger"));
    }

    private Load with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Load(threads, connections, seconds, Map.copyOf(more));
    }

    /// The same, only checked by the service.
    public Load dryRun() {
        return with("path", parameters.get("path") + "?dry_run=true");
    }

    /// The same among the members numbered from `first` to `members`.
    public Load among(int first, int members) {
        return with("first", Integer.toString(first)).with("members", Integer.toString(members));
    }

    /// The same among the members with these numbers.
    public Load amongOnly(List<Integer> numbers) {
        return with(
                "ids", numbers.stream().map(number -> Integer.toString(number)).collect(Collectors.joining(",")));
    }

    /// The same with the headers of an API key.
    public Load byKey(String id, String secret) {
        return with("key", id).with("secret", secret);
    }

    /// The same with tokens: each request with one of them, about the member whose it is.
    ///
    /// @param file a line each: the member's number, a space, the token
    public Load byTokens(Path file) {
        return with("tokens", file.toString());
    }

    /// The same with ids of new members from a series of their own, 1 to 255.
    public Load series(int series) {
        return with("series", Integer.toString(series));
    }

    /// The same, counting new members and references from a number.
    public Load from(long from) {
        return with("from", Long.toString(from));
    }

    /// The same, until so many answers have come.
    public Load answers(long answers) {
        return with("answers", Long.toString(answers));
    }

    /// The same for so many seconds.
    public Load lasting(int duration) {
        return new Load(threads, connections, duration, parameters);
    }

    /// The same from one client alone, which sends the next when the last is answered.
    public Load alone() {
        return new Load(1, 1, seconds, parameters);
    }

    List<String> arguments() {
        var arguments = new ArrayList<String>();
        parameters.forEach((name, value) -> arguments.add(name + "=" + value));
        arguments.add("threads=" + threads);
        arguments.add("connections=" + connections / threads);
        return arguments;
    }
}
