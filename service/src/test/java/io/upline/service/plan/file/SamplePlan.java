package io.upline.service.plan.file;

import io.upline.engine.plan.Plan;

/// A small right plan, and ways to spoil it.
final class SamplePlan {

    static final String TEXT = """
            currency: USD
            width: 3
            triggers:
              referral:
                rules:
                  - name: referral
                    line: placement
                    amounts: [10.00, 5.00]
              purchase:
                once: per_reference
                rules:
                  - name: level
                    line: sponsor
                    percents: [10, 2.5]
            ranks:
              - name: Bronze
                downline: 3
              - name: Silver
                downline: 10
                sponsored: 2
            """;

    private SamplePlan() {}

    /// The sample with the first occurrence of a piece replaced. In both pieces `|` stands for a line break.
    static String with(String piece, String instead) {
        int at = TEXT.indexOf(lines(piece));
        if (at < 0) {
            throw new IllegalArgumentException("the sample has no " + piece);
        }
        return TEXT.substring(0, at) + lines(instead) + TEXT.substring(at + piece.length());
    }

    /// A text on one line, with `|` for its line breaks.
    static String lines(String text) {
        return text.replace('|', '\n');
    }

    static Plan plan() {
        return switch (PlanFile.read(TEXT)) {
            case Reading.Valid(Plan plan) -> plan;
            case Reading.Invalid(var mistakes) -> throw new AssertionError(mistakes);
        };
    }
}
