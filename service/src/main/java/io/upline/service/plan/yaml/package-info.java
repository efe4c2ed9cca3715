/// Reads plain YAML strictly, and gathers every mistake with its line.
///
/// Start with [YamlTree] and [Fields]. What is here goes down the YAML's nodes, so that every value keeps its line and
/// its text: a number is read from its digits and never through binary floating point. It knows nothing of plans but
/// the examples in its sentences.
@NullMarked
package io.upline.service.plan.yaml;

import org.jspecify.annotations.NullMarked;
