package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.report.Median;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.report.Row.Compared;
import io.upline.bench.load.rows.UserIds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The nested downline of ten thousand members as it is given again from memory, compared with a fixed body of the
/// same length.
final class NestedBench {
    private static final double BAR = 0.8;
    /// About as many as a machine gives a second. A round has so many of both, for in a short time on a busy machine
    /// it would be over before each connection had its first.
    private static final long ANSWERS_A_SECOND = 500;

    private static final int FIRST_MEMBER = 1;
    private static final String PATH = "/mlm/downline/{id}";

    private final Bench bench;

    NestedBench(Bench bench) {
        this.bench = bench;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(Scale.NESTED_MEMBERS + 1);
        bench.table().say("the nested downline of the first of %,d members".formatted(seed.members()));
        try (var service = bench.server().service(seed.database(), ReadBench.JVM_OPTIONS)) {
            // Asks for it first, so that it is kept.
            var bytes = bytes(service);
            var plain = Load.get("/fixed-body/" + bytes);
            round(plain, service);
            var rounds = new ArrayList<Compared>();
            for (int i = 0; i < bench.scale().rounds(); i++) {
                rounds.add(round(plain, service));
            }
            bench.check(service);
            add(seed.members(), " (a fixed body of %,d bytes)".formatted(bytes), rounds);
        }
    }

    private static int bytes(ServiceProcess service) throws IOException, InterruptedException {
        var address = URI.create(service.url() + PATH.replace("{id}", UserIds.of(FIRST_MEMBER)));
        try (var client = HttpClient.newHttpClient()) {
            var reply = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            var members = reply.headers().firstValue("Upline-Downline-Members");
            if (!members.equals(Optional.of(Integer.toString(Scale.NESTED_MEMBERS)))) {
                throw new IllegalStateException("The downline does not have %d members, but %s."
                        .formatted(Scale.NESTED_MEMBERS, members.orElse("an unknown number")));
            }
            return reply.body().length;
        }
    }

    private Compared round(Load plain, ServiceProcess service) throws IOException {
        var nested = run(Load.get(PATH).amongOnly(List.of(FIRST_MEMBER)), service);
        var round = new Compared(nested, run(plain, service));
        bench.table()
                .say("  %s, %s of no thought"
                        .formatted(Row.perSecond(round.measured()), Row.perSecond(round.ceiling())));
        return round;
    }

    private double run(Load load, ServiceProcess service) throws IOException {
        return bench.run(load.answers(ANSWERS_A_SECOND * bench.scale().readSeconds()), service)
                .perSecond();
    }

    private void add(int members, String plain, List<Compared> rounds) {
        var rates = new Compared(Median.of(rounds, Compared::measured), Median.of(rounds, Compared::ceiling));
        bench.table().add(Row.rate("nested downline of 10,000, kept", members, rates, BAR, "", plain));
    }
}
