package io.upline.service.platform.http.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// A reply that is put together from ids, numbers and times between constant pieces: a fraction of the cost of
/// [Json], for lists of many rows. It escapes nothing, so it takes nothing that may need it. Every method is
/// O(bytes added) and returns this. [#bytes()] or [#text()] ends it.
public final class AsciiText {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    /// Of an id.
    public static final int ID_BYTES = 36;

    /// Of the largest number that is not left to the JDK.
    private static final int NUMBER_BYTES = 10;
    /// Of a time with a fraction in a year of four digits.
    private static final int TIME_BYTES = 27;

    /// Longest memory that a thread keeps.
    private static final int SPARE_BYTES = 128 * 1024;

    private static final byte[] NOTHING = {};
    private static final byte[] NULL = constant("null");
    private static final byte[] TRUE = constant("true");
    private static final byte[] FALSE = constant("false");

    /// What the last text of a thread was written in, and the next one will be: memory that is in the processor's
    /// caches. A virtual thread writes few texts and keeps none.
    private static final ThreadLocal<byte[]> SPARE = ThreadLocal.withInitial(() -> NOTHING);

    private byte[] bytes;
    private int size;

    /// An empty text.
    ///
    /// @param bytes how long it is expected to become; it grows beyond that by itself
    public AsciiText(int bytes) {
        var spare = keepsNone() ? NOTHING : SPARE.get();
        if (spare.length > 0) {
            SPARE.set(NOTHING);
        }
        this.bytes = spare.length < bytes ? new byte[bytes] : spare;
    }

    /// A piece to be added often.
    ///
    /// @param text ASCII only
    public static byte[] constant(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Adds a piece as it is.
    public AsciiText add(byte[] piece) {
        room(piece.length);
        System.arraycopy(piece, 0, bytes, size, piece.length);
        size += piece.length;
        return this;
    }

    /// Adds the last `length` bytes from `back` bytes ago once more.
    public AsciiText repeat(int back, int length) {
        room(length);
        System.arraycopy(bytes, size - back, bytes, size, length);
        size += length;
        return this;
    }

    /// Adds a single character of ASCII.
    public AsciiText add(char character) {
        room(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /// Adds `null`.
    public AsciiText addNull() {
        return add(NULL);
    }

    /// Adds `true` or `false`.
    public AsciiText add(boolean value) {
        return add(value ? TRUE : FALSE);
    }

    /// Adds an id: 36 characters in small letters.
    public AsciiText add(UUID id) {
        room(ID_BYTES);
        var high = id.getMostSignificantBits();
        var low = id.getLeastSignificantBits();
        hexOf(high >>> 32, size);
        // Eight digits at once, the last four of which are written again one further on, behind their dash.
        INT.set(bytes, size + 14, (int) hexOf(high, size + 9));
        INT.set(bytes, size + 24, (int) hexOf(low >>> 32, size + 19));
        hexOf(low, size + 28);
        bytes[size + 8] = '-';
        bytes[size + 13] = '-';
        bytes[size + 18] = '-';
        bytes[size + 23] = '-';
        size += ID_BYTES;
        return this;
    }

    /// Writes the lower 32 bits as eight digits, which are the bytes of what it returns. All eight are computed in
    /// one register, a byte each.
    private long hexOf(long bits, int at) {
        var digits = bits & 0xFFFF_FFFFL;
        digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFFL;
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FFL;
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        var letters = (digits + 0x0606_0606_0606_0606L) >>> 4 & 0x0101_0101_0101_0101L;
        var text = digits + 0x3030_3030_3030_3030L + letters * ('a' - '0' - 10);
        LONG.set(bytes, at, text);
        return text;
    }

    /// Adds a number in decimal digits.
    public AsciiText add(long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            return add(constant(Long.toString(number)));
        }
        room(NUMBER_BYTES);
        size = Digits.write((int) number, bytes, size);
        return this;
    }

    /// Adds a time as [Json#time] writes it.
    ///
    /// @param micros in µs since 1970, UTC
    public AsciiText addTime(long micros) {
        if (!CivilTime.isPlain(micros)) {
            return add(constant(Json.time(micros)));
        }
        room(TIME_BYTES);
        size = CivilTime.write(micros, bytes, size);
        return this;
    }

    /// The finished text.
    public byte[] bytes() {
        return end(Arrays.copyOf(bytes, size));
    }

    /// The finished text.
    public String text() {
        return end(new String(bytes, 0, size, StandardCharsets.US_ASCII));
    }

    private <T> T end(T text) {
        if (bytes.length <= SPARE_BYTES && !keepsNone()) {
            SPARE.set(bytes);
        }
        bytes = NOTHING;
        size = 0;
        return text;
    }

    private static boolean keepsNone() {
        return Thread.currentThread().isVirtual();
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
