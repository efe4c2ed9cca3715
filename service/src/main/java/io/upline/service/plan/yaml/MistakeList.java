package io.upline.service.plan.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gathers the mistakes of one file while it is read. No line is ever outside the file.
public final class MistakeList {

    private final int lines;
    private final List<Mistake> found = new ArrayList<>();

    /// None as yet.
    ///
    /// @param text the file
    public MistakeList(String text) {
        lines = (int) Math.max(1, text.lines().count());
    }

    /// @param line from 1; one past the end, where YAML puts what is missing there, counts as the last
    void add(int line, String sentence) {
        found.add(new Mistake(Math.clamp(line, 1, lines), sentence));
    }

    /// Says what is wrong with a field's value.
    public void add(Field field, String sentence) {
        add(field.line(), field.name() + ": " + sentence);
    }

    /// Notes the fault that was found in a field's value, if any.
    ///
    /// @return whether there was none
    public boolean none(Field field, Optional<String> fault) {
        fault.ifPresent(sentence -> add(field, sentence));
        return fault.isEmpty();
    }

    /// Whether none was found.
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// All mistakes by line; on one line in the order they were found.
    public List<Mistake> byLine() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
