package io.upline.service.plan.yaml;

import io.upline.service.platform.text.NearestName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A mapping whose names are known beforehand. A name that isn't known is a mistake, with a hint at the nearest.
public final class Fields {

    private final Field owner;
    private final Entries entries;
    private final MistakeList mistakes;
    private final Set<String> meant = new HashSet<>();

    private Fields(Field owner, Entries entries, MistakeList mistakes) {
        this.owner = owner;
        this.entries = entries;
        this.mistakes = mistakes;
    }

    /// The fields of a value that must be a mapping.
    public static Optional<Fields> of(Field owner, List<String> known, MistakeList mistakes) {
        Optional<Fields> fields = Entries.of(owner, mistakes).map(entries -> new Fields(owner, entries, mistakes));
        fields.ifPresent(found -> found.checkNames(known));
        return fields;
    }

    /// A field that must be there.
    public Optional<Field> required(String name, String example) {
        if (!isWritten(name)) {
            mistakes.add(owner, "\"" + name + "\" is missing; write it, such as " + example);
        }
        return optional(name);
    }

    /// A field that may be left out.
    public Optional<Field> optional(String name) {
        return Optional.ofNullable(entries.values().get(name));
    }

    /// Whether a field is there, be it under a misspelt name, which is a mistake of its own and no missing field.
    public boolean isWritten(String name) {
        return entries.values().containsKey(name) || meant.contains(name);
    }

    /// The names that are there, in the order of the file.
    public List<String> names() {
        return List.copyOf(entries.values().keySet());
    }

    private void checkNames(List<String> known) {
        entries.keys().forEach((name, key) -> {
            if (!known.contains(name)) {
                mistakes.add(key, "not known here; " + NearestName.hint(name, known));
                NearestName.nearest(name, known).ifPresent(meant::add);
            }
        });
    }
}
