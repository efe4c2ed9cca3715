package io.upline.client.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {
    private static final String HEADER = MemberFile.HEADER + "\n";

    private static List<Chunk> chunks(String body) throws IOException {
        byte[] bytes = (HEADER + body).getBytes(StandardCharsets.UTF_8);
        LineReader lines = new LineReader(new ByteArrayInputStream(bytes));
        lines.advance();
        ChunkReader reader = new ChunkReader(lines, () -> 0);
        List<Chunk> chunks = new ArrayList<>();
        for (Optional<Chunk> chunk = reader.next(); chunk.isPresent(); chunk = reader.next()) {
            chunks.add(chunk.get());
        }
        return chunks;
    }

    private static String text(Chunk chunk) {
        return new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8);
    }

    @Test
    void aChunkCarriesTheHeaderAndItsLineNumbers() throws IOException {
        Chunk chunk = chunks("a\r\nb").getFirst();

        assertThat(text(chunk)).isEqualTo(HEADER + "a\nb\n");
        assertThat(chunk.firstLine()).isEqualTo(2);
        assertThat(chunk.lastLine()).isEqualTo(3);
    }

    @Test
    void blankLinesInsideAreKeptAndThoseAtTheEndAreNot() throws IOException {
        assertThat(chunks("\na\n\n\nb\n\n\r\n"))
                .singleElement()
                .satisfies(chunk -> assertThat(text(chunk)).isEqualTo(HEADER + "\na\n\n\nb\n"));
        assertThat(chunks("\n\n")).isEmpty();
    }

    @Test
    void aChunkHoldsAsManyLinesAsTheLimitAndNoMore() throws IOException {
        assertThat(chunks("a\n".repeat(Chunk.MAX_LINES))).hasSize(1);
        assertThat(chunks("a\n".repeat(Chunk.MAX_LINES + 1)))
                .extracting(Chunk::firstLine)
                .containsExactly(2L, 2L + Chunk.MAX_LINES);
    }

    @Test
    void longLinesFillAChunkByTheirBytes() throws IOException {
        List<Chunk> chunks = chunks(("x".repeat(LineReader.MAX_LINE_BYTES) + "\n").repeat(1_000));

        assertThat(chunks).hasSize(2);
        assertThat(chunks.getFirst().length()).isLessThanOrEqualTo(Chunk.FULL_BYTES + LineReader.MAX_LINE_BYTES);
        assertThat(chunks.getLast().firstLine()).isEqualTo(chunks.getFirst().lastLine() + 1);
    }

    @Test
    void moreBlankLinesThanAChunkHoldsAreSpreadOverChunks() throws IOException {
        List<Chunk> chunks = chunks("a\n" + "\n".repeat(2 * Chunk.MAX_LINES) + "b\n");

        assertThat(chunks).extracting(Chunk::lines).containsExactly(Chunk.MAX_LINES, Chunk.MAX_LINES, 2);
        assertThat(text(chunks.getLast())).isEqualTo(HEADER + "\nb\n");
    }
}
