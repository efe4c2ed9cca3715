package io.upline.bench.load.access;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.rows.UserIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One service with an API key, and people with a token each, as files below a folder: the file of keys for the
/// service, the file of tokens for the generator.
///
/// @param folder where the files are
/// @param people numbers of the members who have tokens
public record Callers(Path folder, List<Integer> people) {
    /// Of the key.
    static final String KEY_ID = "bench-00000000";

    private static final int PEOPLE = 1_000;
    private static final String SIGNING_KEY = "benchmark-tokens-are-signed-with-this-and-with-nothing-else";
    private static final String CLAIM = "user_id";
    /// High enough for nobody to meet it: what is measured is counting, not refusing.
    private static final String REQUESTS_PER_SECOND = "1000000";

    /// Lays the files into `folder`. The people are spread evenly over the members.
    public static Callers in(Path folder, int members) throws IOException {
        var people = IntStream.range(0, PEOPLE)
                .map(nth -> 1 + (int) ((long) nth * members / PEOPLE))
                .boxed()
                .toList();
        var callers = new Callers(folder, people);
        Files.writeString(callers.keyFile(), "%s admin sha256:%s%n".formatted(KEY_ID, Secret.hash(Secret.RIGHT)));
        var signer = new TokenSigner(SIGNING_KEY);
        Files.write(
                callers.tokenFile(),
                people.stream()
                        .map(person -> person + " " + signer.token(person, CLAIM, UserIds.of(person)))
                        .toList());
        return callers;
    }

    private Path keyFile() {
        return folder.resolve("api-keys");
    }

    private Path tokenFile() {
        return folder.resolve("tokens");
    }

    /// Environment variables with which a service takes them, and only them.
    public Map<String, String> settings() {
        return Map.of(
                "AUTH", "on",
                "API_KEYS", keyFile().toString(),
                "SECRET_KEY", SIGNING_KEY,
                "USER_ID_CLAIM", CLAIM,
                "KEY_REQUESTS_PER_SECOND", REQUESTS_PER_SECOND,
                "PERSON_REQUESTS_PER_SECOND", REQUESTS_PER_SECOND);
    }

    /// The same load, sent by the service with the key.
    public Load byKey(Load load) {
        return load.byKey(KEY_ID, Secret.RIGHT);
    }

    /// The same load, sent by the people, each about themself.
    public Load byPeople(Load load) {
        return load.byTokens(tokenFile());
    }
}
