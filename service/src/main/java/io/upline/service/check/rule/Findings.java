package io.upline.service.check.rule;

import java.util.ArrayList;
import java.util.List;

/// What a check found wrong, as sentences. The first [#MOST] are kept and the others counted: what breaks, breaks
/// in many places.
public final class Findings {
    /// The most sentences that are kept.
    public static final int MOST = 100;

    private final List<String> sentences = new ArrayList<>();
    private long leftOut;

    /// Notes a finding.
    public void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else {
            leftOut++;
        }
    }

    /// The findings that are kept, in the order they were made.
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /// How many more there were.
    public long leftOut() {
        return leftOut;
    }
}
