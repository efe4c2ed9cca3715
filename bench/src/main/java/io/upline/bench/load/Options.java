package io.upline.bench.load;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the command line asks for.
record Options(Scale scale, Set<Part> parts) {
    static final String USAGE = """
            Usage: ./upline bench [--only PART,…] [--ten-million] [--quick]

              --only         of registrations, one-client, bonuses, reads, access, nested, money
              --ten-million  only the load on ten million members with -Xmx1200m
              --quick        small windows, for trying
            """;

    /// What can be measured.
    enum Part {
        REGISTRATIONS,
        ONE_CLIENT,
        BONUSES,
        READS,
        ACCESS,
        NESTED,
        MONEY,
        /// Not part of the default.
        TEN_MILLION;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Part of(String word) {
            return Arrays.stream(values())
                    .filter(part -> part.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("There is nothing called " + word + " to measure."));
        }
    }

    /// Reads the arguments.
    ///
    /// @throws IllegalArgumentException with a sentence, when they can't be understood
    static Options of(String... arguments) {
        var scale = Scale.full();
        var parts = EnumSet.complementOf(EnumSet.of(Part.TEN_MILLION));
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> scale = Scale.quick();
                case "--ten-million" -> parts = EnumSet.of(Part.TEN_MILLION);
                case "--only" -> parts = parts(i + 1 < arguments.length ? arguments[++i] : "");
                default -> throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
            }
        }
        return new Options(scale, parts);
    }

    private static EnumSet<Part> parts(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(Part::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }
}
