package io.upline.service.plan.yaml;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/// Turns the text of a file into YAML nodes, within limits, and never into Java objects of the file's choosing.
///
/// A plan uses plain YAML only: one document, no aliases (`*name`), no tags (`!!type`).
public final class YamlTree {

    /// The longest file, in characters.
    public static final int MAX_CHARS = 256 * 1024;

    /// How deep lists and names with values may stand in each other; a plan needs 6.
    public static final int MAX_DEPTH = 20;

    private static final String EMPTY = "the file says nothing; write a plan with currency, width, triggers and ranks";

    private final String text;
    private final MistakeList mistakes;
    private int documents;
    private int depth;

    /// Reads `text`, and adds what is wrong with it to `mistakes`.
    public YamlTree(String text, MistakeList mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    /// The root of the file's one document; empty when something was wrong, which is then among the mistakes.
    public Optional<Node> root() {
        if (text.length() > MAX_CHARS) {
            mistakes.add(1, "the file is too long; a plan has at most " + MAX_CHARS + " characters");
            return Optional.empty();
        }
        try {
            return compose();
        } catch (ReaderException e) {
            mistakes.add(lineAt(e.getPosition()), "the file has a character that YAML doesn't allow; remove it");
        } catch (MarkedYAMLException e) {
            mistakes.add(lineOf(e), "this isn't YAML: " + Shown.words(e.getProblem()));
        } catch (YAMLException e) {
            mistakes.add(1, "this YAML can't be read: " + Shown.words(e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Node> compose() {
        Yaml yaml = new Yaml(limits());
        for (Event event : yaml.parse(new StringReader(text))) {
            refuseUnplain(event);
            countDepth(event);
            if (depth > MAX_DEPTH) {
                refuse(event, "more than " + MAX_DEPTH + " lists stand in each other here; a plan needs fewer");
                break;
            }
        }
        if (!mistakes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> root = Optional.ofNullable(yaml.compose(new StringReader(text)))
                .filter(node -> !node.getTag().equals(Tag.NULL));
        if (root.isEmpty()) {
            mistakes.add(1, EMPTY);
        }
        return root;
    }

    private void refuseUnplain(Event event) {
        switch (event) {
            case AliasEvent alias ->
                refuse(alias, "*" + Shown.words(alias.getAnchor()) + " points elsewhere; write the value out");
            case ScalarEvent scalar when scalar.getTag() != null -> refuseTag(scalar, scalar.getTag());
            case CollectionStartEvent start when start.getTag() != null -> refuseTag(start, start.getTag());
            case DocumentStartEvent start -> countDocument(start);
            default -> {}
        }
    }

    private void countDocument(DocumentStartEvent start) {
        documents++;
        if (documents > 1) {
            refuse(start, "a second document starts here; write one plan in a file");
        }
    }

    private void countDepth(Event event) {
        if (event instanceof CollectionStartEvent) {
            depth++;
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
    }

    private void refuseTag(Event event, String tag) {
        refuse(event, "the tag " + Shown.quoted(tag) + " is not for plans; leave it out");
    }

    private void refuse(Event event, String sentence) {
        mistakes.add(event.getStartMark().getLine() + 1, sentence);
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARS);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    private static int lineOf(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
    }

    private int lineAt(int codePoints) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoints)
                        .filter(c -> c == '\n')
                        .count();
    }
}
