package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.rows.Seed;
import io.upline.bench.load.rows.UserIds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;

/// The kinds of reads.
enum Read {
    /// The record of any member.
    MEMBER("/mlm/members/{id}", "member record"),
    /// The downline count of any member.
    COUNT("/mlm/downline/{id}/count", "downline count"),
    /// The whole upline of any member.
    UPLINE("/mlm/members/{id}/upline", "upline"),
    /// The first page of the downline of a member who has at least as many.
    PAGE("/mlm/members/{id}/downline?limit=" + Seed.PAGE_MEMBERS, "downline page of " + Seed.PAGE_MEMBERS);

    /// Replies whose lengths are averaged.
    private static final int SAMPLE = 200;

    private final String path;
    private final String words;

    Read(String path, String words) {
        this.path = path;
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Reads of random members.
    Load load(Seed seed) {
        var load = Load.get(path);
        return switch (this) {
            case MEMBER, COUNT, UPLINE -> load.among(1, seed.members());
            case PAGE -> load.amongOnly(seed.leaders());
        };
    }

    /// What takes no thought and has the same length.
    Load plain(ServiceProcess service, Seed seed) throws IOException, InterruptedException {
        return switch (this) {
            case MEMBER, COUNT -> Load.get("/status").among(1, seed.members());
            case UPLINE, PAGE ->
                Load.get("/fixed-body/" + meanBytes(service, seed)).among(1, seed.members());
        };
    }

    private int meanBytes(ServiceProcess service, Seed seed) throws IOException, InterruptedException {
        var numbers = this == PAGE ? seed.leaders() : sample(seed);
        long bytes = 0;
        try (var client = HttpClient.newHttpClient()) {
            for (var number : numbers) {
                bytes += bytes(client, URI.create(service.url() + path.replace("{id}", UserIds.of(number))));
            }
        }
        return (int) (bytes / numbers.size());
    }

    private static List<Integer> sample(Seed seed) {
        return IntStream.range(0, SAMPLE)
                .map(nth -> 1 + (int) ((long) nth * seed.members() / SAMPLE))
                .boxed()
                .toList();
    }

    private static int bytes(HttpClient client, URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).build();
        return client.send(request, BodyHandlers.ofByteArray()).body().length;
    }
}
