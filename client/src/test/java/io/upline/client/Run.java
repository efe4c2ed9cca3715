package io.upline.client;

import io.upline.client.fake.FakeService;
import io.upline.client.platform.Patience;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One run of the client: what it returned and printed, and how long it meant to wait.
record Run(int exitCode, String out, String err, List<Duration> pauses) {
    static final int ATTEMPTS = 4;

    static Run against(FakeService service, String... args) {
        return of(Stream.concat(Stream.of(args), Stream.of("--url", service.url()))
                .toArray(String[]::new));
    }

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<Duration> pauses = new ArrayList<>();
        Patience patience = new Patience(ATTEMPTS, pauses::add);
        int exitCode = Main.commandLine(patience, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new Run(exitCode, out.toString(), err.toString(), pauses);
    }
}
