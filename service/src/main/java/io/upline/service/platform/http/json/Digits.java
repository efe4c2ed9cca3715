package io.upline.service.platform.http.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in decimal digits, two at a time.
final class Digits {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    /// The two digits of each number below 100.
    private static final short[] PAIRS = new short[100];

    static {
        for (int number = 0; number < PAIRS.length; number++) {
            PAIRS[number] = (short) (('0' + number / 10) << Byte.SIZE | ('0' + number % 10));
        }
    }

    private Digits() {}

    /// Writes two digits of a number below 100.
    static void two(int number, byte[] text, int at) {
        SHORT.set(text, at, PAIRS[number]);
    }

    /// Writes a number, 0 or more, and returns where it ends: 10 bytes further on at most.
    static int write(int number, byte[] text, int at) {
        var end = at + count(number);
        var begin = end;
        var rest = number;
        for (; rest >= PAIRS.length; rest /= PAIRS.length) {
            begin -= 2;
            two(rest % PAIRS.length, text, begin);
        }
        if (begin - at == 2) {
            two(rest, text, at);
        } else {
            text[at] = (byte) ('0' + rest);
        }
        return end;
    }

    /// How many digits a number has, 0 or more.
    private static int count(int number) {
        var digits = 1;
        for (long power = 10; power <= number; power *= 10) {
            digits++;
        }
        return digits;
    }
}
