package io.upline.service.plan.yaml;

import io.upline.service.platform.text.NearestName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads single values from their own text: words, choices, whole and decimal numbers.
public final class Scalars {

    /// The longest number, in characters.
    static final int MAX_NUMBER_LENGTH = 40;

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final MistakeList mistakes;

    /// Reads values, and adds what is wrong with them to `mistakes`.
    public Scalars(MistakeList mistakes) {
        this.mistakes = mistakes;
    }

    /// A name, as it is or in quotation marks, which it needs where YAML would take it for a number, a date or a
    /// yes.
    public Optional<String> text(Field field) {
        return scalar(field).filter(scalar -> isText(field, scalar)).map(ScalarNode::getValue);
    }

    /// The text of a value that is looked up, so that it makes no difference what else YAML would take it for.
    public Optional<String> word(Field field) {
        return scalar(field).map(ScalarNode::getValue);
    }

    /// One of an enumeration's constants, which a file writes in small letters.
    public <E extends Enum<E>> Optional<E> choice(Field field, Class<E> type) {
        Optional<String> text = word(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        E[] constants = type.getEnumConstants();
        List<String> words = Arrays.stream(constants).map(Scalars::word).toList();
        int index = words.indexOf(text.get());
        if (index < 0) {
            String hint = NearestName.hint(text.get(), words);
            mistakes.add(field, Shown.quoted(text.get()) + " is not known here; " + hint);
            return Optional.empty();
        }
        return Optional.of(constants[index]);
    }

    /// A whole number of at most nine digits.
    public Optional<Integer> wholeNumber(Field field) {
        return number(field, WHOLE, "a whole number of at most 9 digits, such as 3")
                .map(Integer::valueOf);
    }

    /// A number with or without decimals.
    public Optional<BigDecimal> decimal(Field field) {
        return number(field, DECIMAL, "a number such as 10 or 2.50").map(BigDecimal::new);
    }

    /// How a file writes an enumeration's constant.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> number(Field field, Pattern syntax, String wanted) {
        return scalar(field)
                .filter(scalar -> isNumber(field, scalar, syntax, wanted))
                .map(ScalarNode::getValue);
    }

    private boolean isNumber(Field field, ScalarNode scalar, Pattern syntax, String wanted) {
        String text = scalar.getValue();
        boolean matches =
                text.length() <= MAX_NUMBER_LENGTH && syntax.matcher(text).matches();
        if (matches && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            mistakes.add(field, Shown.quoted(text) + " is in quotation marks; write " + text + " without them");
            return false;
        }
        if (!matches) {
            mistakes.add(field, Shown.quoted(text) + " is not " + wanted);
        }
        return matches;
    }

    private boolean isText(Field field, ScalarNode scalar) {
        if (scalar.getScalarStyle() == ScalarStyle.PLAIN && !scalar.getTag().equals(Tag.STR)) {
            String text = Shown.words(scalar.getValue());
            mistakes.add(field, text + " is not read as a word; write it in quotation marks: \"" + text + "\"");
            return false;
        }
        return true;
    }

    private Optional<ScalarNode> scalar(Field field) {
        if (!(field.node() instanceof ScalarNode scalar)) {
            mistakes.add(field, "there must be a single value here, not a list or names with values");
            return Optional.empty();
        }
        if (scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().isEmpty()) {
            mistakes.add(field, "there is no value; write one after the colon");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }
}
