package io.upline.service.plan.yaml;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/// A mapping's entries in the order they are written, whatever their names. A name that is written twice is a
/// mistake.
///
/// @param keys    each name as it stands in the file, which knows the name's own line
/// @param values  each name's value
/// @param written how many entries there are, with those whose names are wrong
public record Entries(SequencedMap<String, Field> keys, SequencedMap<String, Field> values, int written) {

    /// The entries of a value that must be a mapping.
    public static Optional<Entries> of(Field field, MistakeList mistakes) {
        if (!(field.node() instanceof MappingNode mapping)) {
            mistakes.add(field, "there must be names with values here, each on its own line, such as width: 3");
            return Optional.empty();
        }
        Entries entries = new Entries(
                new LinkedHashMap<>(), new LinkedHashMap<>(), mapping.getValue().size());
        Scalars scalars = new Scalars(mistakes);
        for (NodeTuple tuple : mapping.getValue()) {
            scalars.text(new Field(field.name() + ", a name", tuple.getKeyNode()))
                    .ifPresent(name -> entries.add(name, tuple, mistakes));
        }
        return Optional.of(entries);
    }

    private void add(String name, NodeTuple tuple, MistakeList mistakes) {
        Field key = new Field(Shown.words(name), tuple.getKeyNode());
        Field first = keys.putIfAbsent(name, key);
        if (first != null) {
            mistakes.add(key, "written twice; the first is in line " + first.line() + ", remove one");
            return;
        }
        values.put(name, new Field(key.name(), tuple.getValueNode()));
    }
}
