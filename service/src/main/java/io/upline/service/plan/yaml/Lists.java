package io.upline.service.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads lists, element by element, and goes on after a mistake.
public final class Lists {

    private final MistakeList mistakes;

    /// Reads lists, and adds what is wrong with them to `mistakes`.
    public Lists(MistakeList mistakes) {
        this.mistakes = mistakes;
    }

    /// The elements of a list, each under its number from 1. A count that is refused is the only mistake then.
    ///
    /// @param what    what an element is called, such as `level`
    /// @param faultIn what is wrong with a number of elements
    public Optional<List<Field>> elements(Field field, String what, IntFunction<Optional<String>> faultIn) {
        if (!(field.node() instanceof SequenceNode sequence)) {
            mistakes.add(field, "there must be a list here, such as [10, 5], or lines that start with -");
            return Optional.empty();
        }
        Optional<String> fault = faultIn.apply(sequence.getValue().size());
        if (fault.isPresent()) {
            mistakes.add(field, fault.get());
            return Optional.empty();
        }
        List<Field> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(field.element(what, elements.size() + 1, element));
        }
        return Optional.of(elements);
    }

    /// Every element turned into what it means; empty when one of them means nothing, after all were looked at.
    public static <T> Optional<List<T>> each(List<Field> elements, Function<Field, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        for (Field element : elements) {
            reader.apply(element).ifPresent(read::add);
        }
        return read.size() == elements.size() ? Optional.of(read) : Optional.empty();
    }
}
