package io.upline.service.plan.yaml;

import org.yaml.snakeyaml.nodes.Node;

/// A value in the file, with what people call it.
///
/// @param name such as `width`, or `amounts, level 2`
/// @param node the value, which knows its line
public record Field(String name, Node node) {

    /// The value's first line, from 1.
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /// An element of this list.
    Field element(String what, int number, Node element) {
        return new Field(name + ", " + what + " " + number, element);
    }
}
