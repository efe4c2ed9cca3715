package io.upline.service.plan.file;

import java.util.List;
import java.util.stream.Stream;

/// A wrong plan: the sample with one piece replaced, and everything the reader must say about it.
///
/// @param piece    what is replaced; `|` stands for a line break
/// @param instead  what stands there now
/// @param schema   whether the JSON Schema is able to see it
/// @param mistakes what the reader says
record BadPlan(String piece, String instead, Schema schema, List<String> mistakes) {

    /// Whether a mistake is within the reach of the JSON Schema.
    enum Schema {
        REFUSES,
        CANT_SEE
    }

    String text() {
        return SamplePlan.with(piece, instead);
    }

    @Override
    public String toString() {
        return piece + " -> " + instead;
    }

    /// Every wrong plan there is.
    static Stream<BadPlan> all() {
        return Stream.of(BadTop.all(), BadRules.all(), BadRanks.all()).flatMap(plans -> plans);
    }

    /// A mistake that the schema refuses too.
    static BadPlan refused(String piece, String instead, String... mistakes) {
        return new BadPlan(piece, instead, Schema.REFUSES, List.of(mistakes));
    }

    /// A mistake that only the reader can see.
    static BadPlan unseen(String piece, String instead, String... mistakes) {
        return new BadPlan(piece, instead, Schema.CANT_SEE, List.of(mistakes));
    }
}
