package io.upline.service.plan.yaml;

/// One thing that is wrong in a plan's file.
///
/// @param line     where it is, from 1
/// @param sentence what is wrong, with the value, and what to write instead
public record Mistake(int line, String sentence) {

    /// `line 7: width: 0 can't be the width; write a whole number from 1 to 100`
    @Override
    public String toString() {
        return "line " + line + ": " + sentence;
    }
}
