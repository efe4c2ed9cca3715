package io.upline.service.plan.file;

import io.upline.engine.plan.Plan;
import io.upline.service.plan.yaml.Mistake;
import io.upline.service.plan.yaml.MistakeList;
import io.upline.service.plan.yaml.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The YAML file of a compensation plan: reading it whole, writing it, and the plan that is built in.
public final class PlanFile {

    private static final String BUILT_IN = "/plan.yaml";

    private PlanFile() {}

    /// Reads a plan from the text of its file. Never throws: whatever is wrong comes out as mistakes, all at once.
    /// O(characters).
    public static Reading read(String text) {
        MistakeList mistakes = new MistakeList(text);
        Optional<Plan> plan = new YamlTree(text, mistakes).root().flatMap(new PlanReader(mistakes)::plan);
        return plan.<Reading>map(Reading.Valid::new).orElseGet(() -> new Reading.Invalid(mistakes.byLine()));
    }

    /// Reads a plan from its file, which is UTF-8. A file that can't be opened is a mistake in line 1.
    public static Reading read(Path file) {
        try {
            if (Files.size(file) > YamlTree.MAX_CHARS * 4L) {
                return unreadable(file, "is too long; a plan has at most " + YamlTree.MAX_CHARS + " characters");
            }
            return read(Files.readString(file));
        } catch (CharacterCodingException e) {
            return unreadable(file, "is not UTF-8; save it in that encoding");
        } catch (IOException e) {
            return unreadable(file, "can't be read; check that it exists and that this service may read it");
        }
    }

    /// The text of the plan that is built in: what a company gets that has written no plan of its own.
    public static String builtIn() {
        try (InputStream stream = PlanFile.class.getResourceAsStream(BUILT_IN)) {
            if (stream == null) {
                throw new IllegalStateException("the built-in plan " + BUILT_IN + " is missing; build again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A plan as YAML in its one canonical form: equal plans give equal texts, and reading the text gives a plan
    /// equal to this one, as long as its currency is one of ISO 4217's.
    public static String write(Plan plan) {
        return PlanText.of(plan);
    }

    private static Reading unreadable(Path file, String why) {
        return new Reading.Invalid(List.of(new Mistake(1, file + " " + why)));
    }
}
