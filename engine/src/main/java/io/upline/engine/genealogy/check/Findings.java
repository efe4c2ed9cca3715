package io.upline.engine.genealogy.check;

import java.util.ArrayList;
import java.util.List;

/// What a check found wrong, as sentences. After [#MAX_FINDINGS] it stops listening: a broken structure breaks
/// everywhere.
public final class Findings {
    /// The most findings that are kept.
    public static final int MAX_FINDINGS = 100;

    private final List<String> sentences = new ArrayList<>();

    /// Notes a finding unless `actual` is `expected`.
    public void expect(String figure, int member, long expected, long actual) {
        if (expected != actual && sentences.size() < MAX_FINDINGS) {
            sentences.add("%s of member %d is %d, it should be %d".formatted(figure, member, actual, expected));
        }
    }

    /// Notes a finding about a member.
    public void add(int member, String complaint) {
        if (sentences.size() < MAX_FINDINGS) {
            sentences.add("member %d %s".formatted(member, complaint));
        }
    }

    /// Notes a finding about the network.
    public void add(String sentence) {
        if (sentences.size() < MAX_FINDINGS) {
            sentences.add(sentence);
        }
    }

    /// What was found so far.
    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
