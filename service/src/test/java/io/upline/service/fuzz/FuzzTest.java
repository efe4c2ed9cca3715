package io.upline.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import io.upline.service.platform.http.Wire;
import io.upline.service.platform.http.Wire.Reply;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is made up from the document and sent: the service doesn't fail, and answers as the document says.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(FuzzTest.OwnNetwork.class)
class FuzzTest {
    /// Whatever plans and widths are made up: nobody else relies on them.
    public static final class OwnNetwork implements QuarkusTestProfile {}

    private static final int SHORT_RUN = 2_000;
    private static final int LONG_RUN = Integer.getInteger("fuzz.requests", 50_000);
    private static final int FAULTS_TOLD = 20;
    private static final int KIND_CHARS = 160;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<Operation> done = new HashSet<>();

    /// What is wrong, by its kind: the first request of each kind will do.
    private final Map<String, String> faults = new LinkedHashMap<>();

    @Test
    void twoThousandRequestsAreAnsweredAsTheDocumentSays() throws IOException {
        run(SHORT_RUN);
    }

    @Test
    @Tag("fuzz")
    void aLongRunOfRequestsIsAnsweredAsTheDocumentSays() throws IOException {
        run(LONG_RUN);
        assertThat(Document.read().operations())
                .filteredOn(operation -> !done.contains(operation))
                .isEmpty();
    }

    @AfterEach
    void nothingIsBroken() {
        Checks.assertClean();
    }

    private void run(int count) throws IOException {
        var document = Document.read();
        var seed = Seeds.next();
        var random = new Random(seed);
        var seen = new Seen(random);
        var requests = new Requests(document, random, seen);
        var operations = document.operations();
        try (var line = new Line()) {
            for (int i = 0; i < count && faults.size() < FAULTS_TOLD; i++) {
                var sent = requests.next(operations.get(random.nextInt(operations.size())));
                var reply = line.exchange(sent);
                if (reply.isPresent()) {
                    judge(sent, reply.get());
                    learn(reply.get(), seen);
                } else {
                    tell(sent, "There was no reply.");
                }
            }
        }
        var replies = statuses.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("FUZZ seed %d, %d replies, by status %s%n", seed, replies, statuses);
        assertThat(faults.values().stream().collect(Collectors.joining("\n\n")))
                .as("UPLINE_SEED=%d", seed)
                .isEmpty();
    }

    private void judge(Sent sent, Reply reply) throws IOException {
        statuses.merge(reply.status(), 1, Integer::sum);
        for (var fault : Verdict.faults(sent, reply)) {
            tell(sent, fault);
        }
        if (reply.status() == 200) {
            done.add(sent.operation());
        }
    }

    private void tell(Sent sent, String fault) throws IOException {
        var kind = sent.operation()
                + fault.substring(0, Math.min(fault.length(), KIND_CHARS)).replaceAll("[0-9a-f-]{36}", "");
        if (!faults.containsKey(kind)) {
            faults.put(kind, sent.operation() + "\n" + fault + "\n" + sent.curl());
        }
    }

    private static void learn(Reply reply, Seen seen) {
        if (reply.header("Content-Type").contains("json")) {
            try {
                seen.learn(MAPPER.readTree(reply.body()), reply.header("Link"));
            } catch (JsonProcessingException e) {
                // a stream of lines, or a fault that has been told
            }
        }
    }

    /// One connection after another: each is used until it ends.
    private static final class Line implements AutoCloseable {
        private Wire wire = Wire.open();

        Line() throws IOException {}

        /// The reply; empty when there is none on a new connection either.
        Optional<Reply> exchange(Sent sent) throws IOException {
            var reply = exchangeOnce(sent);
            if (reply.isEmpty()) {
                renew();
                reply = exchangeOnce(sent);
            }
            return reply;
        }

        private Optional<Reply> exchangeOnce(Sent sent) throws IOException {
            try {
                var reply = wire.send(sent.bytes()).head(sent.isHead()).read();
                if (reply.header("Connection").equals("close")) {
                    renew();
                }
                return Optional.of(reply);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private void renew() throws IOException {
            wire.close();
            wire = Wire.open();
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
