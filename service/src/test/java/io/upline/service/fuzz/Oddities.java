package io.upline.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What nobody expects: in a field, in an address, in a header.
final class Oddities {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONG = 5_000;

    /// For a JSON field or a query parameter. NUL, line breaks, a lone half of a character, writing from right to
    /// left, joiners, digits of other scripts, combining marks, what other programs give a meaning to, and the
    /// long.
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\n",
            "\r\nX: y",
            "\t",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDE00",
            "\u202Eabc",
            "\u200B",
            "a\u200Db",
            "\u0663",
            "\uFF11",
            "e\u0301".repeat(40),
            "\uFFFF",
            "İ",
            "ß",
            "null",
            "None",
            "none",
            "undefined",
            "NaN",
            "true",
            "-0",
            "+1",
            "0x10",
            "1e3",
            "1_000",
            "01",
            " 1",
            "1 ",
            "9".repeat(40),
            "-1",
            "1.0",
            "2147483648",
            "9223372036854775808",
            "'; DROP TABLE member; --",
            "' OR '1'='1",
            "%",
            "%s%n",
            "%00",
            "${jndi:ldap://localhost/a}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\\",
            "\"",
            "/",
            ";",
            "&",
            "=",
            "?",
            "|",
            "*",
            ",",
            "a,b",
            "{}",
            "[]",
            "pending,paid",
            "PENDING",
            "Pending",
            "2026-02-30T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "+1000000000-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "2026-01-01T00:00:00+18:00",
            "2026-01-01T00:00:00.0000000001Z",
            "2026-01-01",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "{00000000-0000-0000-0000-000000000000}",
            "urn:uuid:00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-00000000000\u0661",
            "x".repeat(LONG),
            "\u4E2D".repeat(LONG));

    private static final List<String> RAW = List.of(
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1E400",
            "-0",
            "-0.0",
            "0.1e1",
            "1.000000000000000000001",
            "9".repeat(60),
            "9".repeat(61),
            "9".repeat(LONG),
            "-9223372036854775809",
            "9223372036854775808",
            "4294967296",
            "0.005",
            "12.345",
            "999999999999999.99",
            "1e30",
            "NaN",
            "Infinity",
            "-Infinity",
            "+1",
            "01",
            ".5",
            "5.",
            "0x1F",
            "1_000",
            "--1",
            "TRUE",
            "Null",
            "nul",
            "undefined",
            "'a'",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"a\nb\"",
            "/* */ 1",
            "1 // one",
            "{\"a\":}",
            "[1,]",
            "{\"a\":1,}",
            "{a: 1}");

    /// In place of an id in an address, encoded as they stand.
    private static final List<String> SEGMENTS = List.of(
            "42",
            "None",
            "null",
            "import",
            "mark-paid",
            "all",
            "user",
            "%00",
            "%0A",
            "%0d%0aX:%20y",
            "%2F",
            "%2f%2f",
            "..%2F..%2Fetc%2Fpasswd",
            "%252e%252e",
            "%25",
            "%25ZZ",
            "%C3%28",
            "%F0%9F%92%A9",
            "%E2%80%AE",
            "%ED%A0%80",
            "%20",
            "+",
            "a;b=c",
            ";",
            "*",
            "~",
            "!$&'()*+,;=:@",
            "%7B%7D",
            "{id}",
            "%3F",
            "%23",
            "1-1-1-1-1",
            "x".repeat(LONG),
            "%C0%AF",
            "%EF%BB%BF",
            "00000000-0000-0000-0000-000000000000;v=1",
            "%zz",
            "%",
            "\\",
            "a|b",
            "\"",
            "<>",
            "^`");

    private static final List<String> MEDIA_TYPES = List.of(
            "",
            " ",
            "*/*",
            "application/*",
            "application/json",
            "APPLICATION/JSON",
            "application/json;",
            "application/json;charset=utf-16",
            "application/json; charset=nonsense",
            "application/json;charset=\"utf-8",
            "application/json;q=0",
            "*/*;q=0",
            "*/*;q=x",
            "application/json;q=1.5, text/csv;q=-1",
            "application/problem+json",
            "application/vnd.upline+json",
            "text/csv",
            "text/csv;header=present",
            "application/x-ndjson",
            "text/plain",
            "text/html, application/xhtml+xml, */*;q=0.8",
            "image/png",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "nonsense",
            "a/b/c",
            "/",
            ";",
            ",",
            ",,,",
            "a/",
            "/b",
            "application/json, ",
            "\u00e9/\u00e9",
            "text/*;level=1",
            "x".repeat(LONG));

    /// Whole headers that a route doesn't read, or reads in its own way.
    private static final List<Sent.Header> HEADERS = Stream.of(
                    "X-Request-Id: ",
                    "X-Request-Id: a b",
                    "X-Request-Id: \u00e9",
                    "X-Request-Id: " + "x".repeat(65),
                    "X-Request-Id: fine-1",
                    "X-Request-Id: <script>",
                    "Origin: null",
                    "Origin: https://shop.example",
                    "Origin: ::",
                    "Origin: http://localhost",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Site: same-origin",
                    "Sec-Fetch-Site: ",
                    "Accept-Encoding: gzip, br;q=0",
                    "Accept-Language: x;q=y",
                    "Accept-Charset: utf-16",
                    "Content-Encoding: gzip",
                    "Content-Language: \u00e9",
                    "If-None-Match: *",
                    "If-Match: \"x\"",
                    "If-Modified-Since: never",
                    "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
                    "Range: bytes=0-1",
                    "Range: bytes=-1",
                    "X-HTTP-Method-Override: DELETE",
                    "X-Forwarded-For: 1.2.3.4, ::1",
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: gopher",
                    "Forwarded: for=\"[::\"; host=evil",
                    "X-Original-URL: /mlm/check",
                    "Cookie: a=b; =; $Version=1",
                    "Authorization: Bearer ",
                    "Authorization: Basic \u00e9",
                    "Authorization: nonsense",
                    "Authorization: Bearer a.b.c",
                    "Connection: close",
                    "Connection: keep-alive, X-Api-Key",
                    "Upgrade: websocket",
                    "TE: trailers",
                    "Via: 1.1 a",
                    "Max-Forwards: 0",
                    "Idempotency-Key: ",
                    "Idempotency-Key: a b",
                    "Idempotency-Key: \u00e9",
                    "Idempotency-Key: k,k",
                    "Idempotency-Key: " + "k".repeat(200),
                    "Idempotency-Key: " + "k".repeat(201),
                    "X-Api-Key: ",
                    "X-Api-Secret: \u00e9",
                    "X-Long: " + "x".repeat(LONG))
            .map(line -> line.split(": ", 2))
            .map(parts -> new Sent.Header(parts[0], parts[1]))
            .toList();

    private final Random random;

    Oddities(Random random) {
        this.random = random;
    }

    /// A text that is no good.
    String text() {
        return any(TEXTS);
    }

    /// A JSON value of any type, or what is none.
    JsonNode value() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> JSON.textNode(text());
            case 2, 3 -> JSON.rawValueNode(new RawValue(any(RAW)));
            case 4 -> JSON.nullNode();
            default ->
                any(List.of(
                        JSON.objectNode(),
                        JSON.arrayNode(),
                        JSON.booleanNode(true),
                        JSON.numberNode(-1),
                        JSON.arrayNode().add(JSON.nullNode()),
                        JSON.objectNode().set("user_id", JSON.objectNode())));
        };
    }

    /// A part of an address, as it is sent.
    String segment() {
        return any(SEGMENTS);
    }

    /// A media type, good or bad.
    String mediaType() {
        return any(MEDIA_TYPES);
    }

    /// A header.
    Sent.Header header() {
        return any(HEADERS);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
