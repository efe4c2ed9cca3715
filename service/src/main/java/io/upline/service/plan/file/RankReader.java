package io.upline.service.plan.file;

import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Requirement;
import io.upline.engine.plan.Requirement.Frontline;
import io.upline.engine.plan.Requirement.PersonallySponsored;
import io.upline.engine.plan.Requirement.TotalDownline;
import io.upline.service.plan.yaml.Field;
import io.upline.service.plan.yaml.Fields;
import io.upline.service.plan.yaml.Lists;
import io.upline.service.plan.yaml.MistakeList;
import io.upline.service.plan.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the ranks, lowest first: each one's name and what it asks for.
final class RankReader {

    private static final List<String> NAMES = List.of("name", "downline", "frontline", "sponsored");

    private static final List<String> FIGURES = NAMES.subList(1, NAMES.size());

    private final int width;
    private final MistakeList mistakes;
    private final Scalars scalars;
    private final Lists lists;

    RankReader(int width, MistakeList mistakes) {
        this.width = width;
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
        this.lists = new Lists(mistakes);
    }

    /// The ranks in the order of the file; incomplete once there is a mistake.
    List<Rank> ranks(Field field) {
        List<Rank> read = new ArrayList<>();
        for (Field element : lists.elements(field, "rank", Ladder::faultInCount).orElse(List.of())) {
            rank(element)
                    .filter(rank -> mistakes.none(element, rank.faultAtWidth(width)))
                    .filter(rank -> mistakes.none(element, Ladder.faultOnTop(read, rank)))
                    .ifPresent(read::add);
        }
        return read;
    }

    private Optional<Rank> rank(Field field) {
        return Fields.of(field, NAMES, mistakes).flatMap(fields -> {
            Optional<String> name = fields.required("name", "name: Bronze").flatMap(this::name);
            Optional<List<Requirement>> requirements = requirements(field, fields);
            return name.flatMap(known -> requirements.map(asked -> new Rank(known, asked)));
        });
    }

    private Optional<String> name(Field field) {
        return scalars.text(field).filter(name -> mistakes.none(field, Rank.faultInName(name)));
    }

    private Optional<List<Requirement>> requirements(Field field, Fields fields) {
        List<Requirement> read = new ArrayList<>();
        List<String> figures = fields.names().stream().filter(FIGURES::contains).toList();
        for (String figure : figures) {
            fields.optional(figure).flatMap(value -> requirement(figure, value)).ifPresent(read::add);
        }
        if (FIGURES.stream().noneMatch(fields::isWritten)) {
            Rank.faultInRequirements(read).ifPresent(fault -> mistakes.add(field, fault));
        }
        return read.isEmpty() || read.size() < figures.size() ? Optional.empty() : Optional.of(read);
    }

    private Optional<Requirement> requirement(String figure, Field field) {
        return scalars.wholeNumber(field)
                .filter(atLeast -> mistakes.none(field, Requirement.faultIn(atLeast)))
                .map(atLeast -> switch (figure) {
                    case "downline" -> new TotalDownline(atLeast);
                    case "frontline" -> new Frontline(atLeast);
                    default -> new PersonallySponsored(atLeast);
                });
    }
}
