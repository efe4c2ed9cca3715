package io.upline.bench.load.rows;

import java.util.HexFormat;

/// The ids of the members, computable from a number here and in the load script: in no order, as random ids are,
/// and each of them once.
public final class UserIds {
    /// 2³² divided by the golden ratio: multiples of it lie far apart.
    private static final int SPREAD = 0x9E3779B1;

    private UserIds() {}

    /// The id of the seeded member with this number, as text.
    public static String of(int number) {
        var hex = HexFormat.of();
        return hex.toHexDigits(number * SPREAD) + "-0000-4000-8000-0000" + hex.toHexDigits(number);
    }
}
