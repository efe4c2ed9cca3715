package io.upline.client.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final int MAX = LineReader.MAX_LINE_BYTES;

    private static List<String> lines(InputStream in) throws IOException {
        LineReader reader = new LineReader(in);
        List<String> lines = new ArrayList<>();
        while (reader.advance()) {
            lines.add(reader.overLong() ? "too long" : reader.text());
            assertThat(reader.number()).isEqualTo(lines.size());
        }
        return lines;
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void linesEndWithALineFeedOrACarriageReturnAndALineFeed() throws IOException {
        assertThat(lines("a\nb\r\n\r\n\nc")).containsExactly("a", "b", "", "", "c");
        assertThat(lines("a\rb\n")).containsExactly("a\rb");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n")).containsExactly("");
    }

    @Test
    void aLineOfExactlyTheLimitFitsAndOneByteMoreDoesNot() throws IOException {
        String fits = "x".repeat(MAX);
        for (String end : List.of("", "\n", "\r\n")) {
            assertThat(lines("a\n" + fits + end)).containsExactly("a", fits);
            assertThat(lines("a\n" + fits + "y" + end)).containsExactly("a", "too long");
        }
        assertThat(lines(fits + "y\r\n" + fits + "\r\nz")).containsExactly("too long", fits, "z");
    }

    /// A stream that gives as few or as many bytes as it likes.
    private static InputStream trickling(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }

    @Test
    void randomTextsAreSplitAsAnObviouslyRightSplitDoesIt() throws IOException {
        long seed = Long.parseLong(System.getenv().getOrDefault("UPLINE_SEED", "20260101"));
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            String text = randomText(random);
            List<String> expected = text.isEmpty() ? List.of() : naive(text);
            assertThat(lines(trickling(text.getBytes(StandardCharsets.UTF_8), random)))
                    .as("UPLINE_SEED=%d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(100); i > 0; i--) {
            text.append("z".repeat(random.nextInt(10) == 0 ? random.nextInt(3 * MAX) : random.nextInt(90)));
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return text.append("q".repeat(random.nextInt(2))).toString();
    }

    private static List<String> naive(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        lines.replaceAll(line -> line.length() > MAX ? "too long" : line);
        return lines;
    }
}
