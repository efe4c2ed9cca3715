package io.upline.engine.genealogy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// What a check found wrong, as sentences. After [#MAX_FINDINGS] it stops listening: a broken structure breaks
/// everywhere.
public final class Findings {
    /// The most findings that are kept.
    public static final int MAX_FINDINGS = 100;

    private final List<String> sentences = new ArrayList<>();
    private final IntFunction<String> names;

    /// Findings that call members by the names that `names` gives them.
    public Findings(IntFunction<String> names) {
        this.names = names;
    }

    /// What a member is called.
    public String name(int member) {
        return names.apply(member);
    }

    /// Notes a finding unless `actual` is `expected`.
    public void expect(String figure, int member, long expected, long actual) {
        if (expected != actual && sentences.size() < MAX_FINDINGS) {
            sentences.add("%s of %s is %d, it should be %d".formatted(figure, name(member), actual, expected));
        }
    }

    /// Notes a finding about a member.
    public void add(int member, String complaint) {
        if (sentences.size() < MAX_FINDINGS) {
            sentences.add("%s %s".formatted(name(member), complaint));
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
