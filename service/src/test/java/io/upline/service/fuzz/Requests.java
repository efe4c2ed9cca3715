package io.upline.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.upline.service.fuzz.Sent.Header;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Makes up requests for an operation: as the document wants them, at its limits, and with one thing wrong.
final class Requests {
    /// Nobody has time for it: a list that waits for something new is always told not to.
    private static final String WAIT = "wait";

    private static final int KEYS = 200;

    private final Document document;
    private final Random random;
    private final Values values;
    private final Bodies bodies;
    private final Oddities oddities;

    Requests(Document document, Random random, Seen seen) {
        this.document = document;
        this.random = random;
        values = new Values(document, random, seen);
        bodies = new Bodies(document, random, values);
        oddities = new Oddities(random);
    }

    private enum Aim {
        VALID,
        LIMIT,
        BAD_PATH,
        BAD_QUERY,
        BAD_HEADERS,
        BAD_BODY
    }

    private record Parameter(String name, String value) {
        @Override
        public String toString() {
            return encoded(name) + "=" + encoded(value);
        }
    }

    /// The next request for an operation.
    Sent next(Operation operation) {
        var aim = random.nextInt(5) < 2 ? Aim.VALID : Aim.values()[random.nextInt(Aim.values().length)];
        var isHead = operation.method().equals("GET") && !operation.node().has("deprecated") && random.nextInt(20) == 0;
        var body = switch (aim) {
            case LIMIT -> bodies.limit(operation);
            case BAD_BODY -> bodies.bad(operation);
            default -> bodies.valid(operation);
        };
        var path = path(operation, aim);
        return new Sent(
                reached(operation, path),
                isHead ? "HEAD" : operation.method(),
                path + query(operation, aim),
                headers(operation, aim, body.length),
                new String(body, StandardCharsets.ISO_8859_1));
    }

    /// A last segment of nothing, or of a semicolon, is none: what is left may be another operation's address.
    private Operation reached(Operation operation, String path) {
        var left = path.replaceAll("/;?/?$", "");
        return document.operations().stream()
                .filter(other -> other.method().equals(operation.method())
                        && other.path().equals(left))
                .findFirst()
                .orElse(operation);
    }

    private String path(Operation operation, Aim aim) {
        var path = operation.path();
        for (var parameter : parametersIn(operation, "path")) {
            var name = parameter.get("name").textValue();
            var value = aim == Aim.BAD_PATH ? oddities.segment() : encoded(value(parameter, aim));
            path = path.replace("{" + name + "}", value);
        }
        return random.nextInt(10) == 0 ? path + "/" : path;
    }

    private String query(Operation operation, Aim aim) {
        var given = new ArrayList<Parameter>();
        var known = parametersIn(operation, "query");
        for (var parameter : known) {
            var name = parameter.get("name").textValue();
            if (name.equals(WAIT)) {
                given.add(new Parameter(name, "0"));
            } else if (random.nextInt(aim == Aim.LIMIT ? 2 : 3) == 0) {
                given.add(new Parameter(name, value(parameter, aim)));
            }
        }
        var query = given.stream().map(Parameter::toString).collect(Collectors.toCollection(ArrayList::new));
        if (aim == Aim.BAD_QUERY) {
            query.add(badQuery(known));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String badQuery(List<JsonNode> known) {
        var names = known.stream()
                .map(parameter -> parameter.get("name").textValue())
                .filter(name -> !name.equals(WAIT))
                .toList();
        var name = names.isEmpty() ? "limit" : names.get(random.nextInt(names.size()));
        return switch (random.nextInt(8)) {
            case 0 -> name;
            case 1 -> name + "=1&" + name + "=2";
            case 2 -> name + "=%ZZ";
            case 3 -> encoded(oddities.text()) + "=" + encoded(oddities.text());
            case 4 -> "&&=&=1&";
            default -> new Parameter(name, oddities.text()).toString();
        };
    }

    private List<Header> headers(Operation operation, Aim aim, int length) {
        var headers = new ArrayList<Header>();
        var isBad = aim == Aim.BAD_HEADERS;
        if (operation.hasBody() || length > 0 || random.nextBoolean()) {
            headers.add(new Header("Content-Type", bodies.mediaType(operation)));
        }
        if (random.nextInt(3) == 0) {
            headers.add(new Header("Accept", accepted(operation)));
        }
        for (var parameter : parametersIn(operation, "header")) {
            if (random.nextInt(3) == 0) {
                var key = aim == Aim.LIMIT ? "k".repeat(random.nextInt(199, 203)) : "key-" + random.nextInt(KEYS);
                headers.add(new Header(parameter.get("name").textValue(), key));
            }
        }
        if (isBad) {
            spoil(headers);
        }
        if (random.nextInt(10) == 0) {
            headers.add(new Header("Transfer-Encoding", "chunked"));
        }
        return headers;
    }

    private void spoil(List<Header> headers) {
        switch (random.nextInt(6)) {
            case 0 -> headers.removeIf(header -> header.isNamed("Content-Type"));
            case 1 -> {
                headers.removeIf(header -> header.isNamed("Content-Type"));
                headers.add(new Header("Content-Type", oddities.mediaType()));
            }
            case 2 -> headers.add(new Header("Accept", oddities.mediaType()));
            case 3 -> headers.addAll(List.copyOf(headers));
            default -> {
                headers.add(oddities.header());
                headers.add(oddities.header());
            }
        }
    }

    private String accepted(Operation operation) {
        var content = document.resolved(operation.node().at("/responses/200")).get("content");
        var types = content.properties().stream().map(type -> type.getKey()).toList();
        return random.nextBoolean() ? "*/*" : types.get(random.nextInt(types.size()));
    }

    private String value(JsonNode parameter, Aim aim) {
        var name = parameter.get("name").textValue();
        var schema = parameter.get("schema");
        return (aim == Aim.LIMIT ? values.limit(name, schema) : values.valid(name, schema)).asText();
    }

    private List<JsonNode> parametersIn(Operation operation, String place) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(document::resolved)
                .filter(parameter -> parameter.get("in").textValue().equals(place))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
