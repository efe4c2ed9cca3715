package io.upline.client.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The import route: a row needs three fields, a new id, and a sponsor that is known or absent.
public final class FakeImport implements FakeService.Handler {
    private final List<String> queries = new ArrayList<>();
    private final Set<String> members = new HashSet<>();

    /// The path and query of each request.
    public List<String> queries() {
        return queries;
    }

    /// The members that were written.
    public Set<String> members() {
        return members;
    }

    @Override
    public synchronized Reply handle(String method, String pathAndQuery, InputStream body) throws IOException {
        queries.add(pathAndQuery);
        List<String> lines =
                new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (!lines.getFirst().equals("user_id,sponsor_id,joined_at")) {
            return Reply.problem(422, "The header line is wrong.");
        }
        Batch batch = new Batch(new HashSet<>(members), firstLine(pathAndQuery));
        lines.stream().skip(1).forEach(batch::add);
        if (!pathAndQuery.contains("dry_run=true")) {
            members.addAll(batch.known);
        }
        return batch.reply();
    }

    private static long firstLine(String query) {
        int at = query.indexOf("first_line=");
        return at < 0 ? 2 : Long.parseLong(query.substring(at + "first_line=".length()));
    }

    private static final class Batch {
        private final Set<String> known;
        private final List<String> rejected = new ArrayList<>();
        private long line;
        private long registered;
        private long present;

        Batch(Set<String> known, long firstLine) {
            this.known = known;
            this.line = firstLine;
        }

        void add(String row) {
            String[] fields = row.split(",", -1);
            if (fields.length != 3) {
                reject("The row has " + fields.length + " fields instead of 3.");
            } else if (!fields[1].isEmpty() && !known.contains(fields[1])) {
                reject("Sponsor " + fields[1] + " is unknown.");
            } else if (known.add(fields[0])) {
                registered++;
            } else {
                present++;
            }
            line++;
        }

        Reply reply() {
            return Reply.ok("{\"registered\":%d,\"present\":%d,\"rejected_count\":%d,\"rejected\":[%s],\"as_of_seq\":7}"
                    .formatted(registered, present, rejected.size(), String.join(",", rejected)));
        }

        private void reject(String reason) {
            rejected.add("{\"line\":%d,\"reason\":\"%s\"}".formatted(line, reason));
        }
    }
}
