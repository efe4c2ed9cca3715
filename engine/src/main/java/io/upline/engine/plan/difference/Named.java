package io.upline.engine.plan.difference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Two lists of things with names, none twice in one list.
record Named<T>(List<T> earlier, List<T> later, Function<T, String> name) {
    /// What only the earlier list has.
    List<T> gone() {
        return earlier.stream().filter(thing -> find(later, thing).isEmpty()).toList();
    }

    /// What the earlier list has by that name.
    Optional<T> before(T thing) {
        return find(earlier, thing);
    }

    /// The names of the later list, when those in both lists come in another order there.
    Optional<String> newOrder() {
        var stayed = later.stream()
                .filter(thing -> before(thing).isPresent())
                .map(name)
                .toList();
        var was = earlier.stream().map(name).filter(stayed::contains).toList();
        return was.equals(stayed)
                ? Optional.empty()
                : Optional.of(later.stream().map(name).collect(Collectors.joining(", ")));
    }

    private Optional<T> find(List<T> list, T thing) {
        return list.stream()
                .filter(other -> name.apply(other).equals(name.apply(thing)))
                .findAny();
    }
}
