package io.upline.client.csv;

import java.util.ArrayList;
import java.util.List;

/// Consecutive lines of a file, behind the header line: one request's worth of members.
///
/// A line that is too long to be a member is an empty line in here, so that the lines behind it keep their numbers;
/// [#overLongLines()] tells which ones. Filled by [ChunkReader] and unchanged afterwards.
public final class Chunk {
    /// The lines that a chunk holds at most.
    public static final int MAX_LINES = 10_000;

    /// The longest line that can be a member's row.
    public static final int MAX_LINE_BYTES = LineReader.MAX_LINE_BYTES;

    /// The size from which on a chunk takes no further line.
    public static final int FULL_BYTES = 2 * 1024 * 1024;

    private final byte[] bytes = new byte[FULL_BYTES + MAX_LINE_BYTES + 1];
    private final List<Long> overLongLines = new ArrayList<>();
    private final long firstLine;
    private int length;
    private int lines;
    private long filePosition;

    Chunk(long firstLine) {
        this.firstLine = firstLine;
        System.arraycopy(MemberFile.HEADER_LINE, 0, bytes, 0, headerLength());
        this.length = headerLength();
    }

    /// The number in the file of the first line after the header.
    public long firstLine() {
        return firstLine;
    }

    /// The number in the file of the last line.
    public long lastLine() {
        return firstLine + lines - 1;
    }

    /// How many lines there are, the header not counted.
    public int lines() {
        return lines;
    }

    /// The header line and all lines, each ended by `\n`, in the first [#length()] bytes; not a copy.
    public byte[] bytes() {
        return bytes;
    }

    /// How many of [#bytes()] count.
    public int length() {
        return length;
    }

    /// How many of [#bytes()] are the header line.
    public static int headerLength() {
        return MemberFile.HEADER_LINE.length;
    }

    /// The numbers of the lines that were too long to be sent, ascending.
    public List<Long> overLongLines() {
        return overLongLines;
    }

    /// How many bytes of the file (as it is stored, so compressed ones of a compressed file) were read so far.
    public long filePosition() {
        return filePosition;
    }

    boolean hasRoom() {
        return lines < MAX_LINES && length < FULL_BYTES;
    }

    void addBlank() {
        bytes[length++] = '\n';
        lines++;
    }

    void add(LineReader line) {
        if (line.overLong()) {
            overLongLines.add(line.number());
        } else {
            line.copyTo(bytes, length);
            length += line.length();
        }
        addBlank();
    }

    void readUpTo(long position) {
        filePosition = position;
    }
}
