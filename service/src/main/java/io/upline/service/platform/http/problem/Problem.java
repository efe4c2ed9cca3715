package io.upline.service.platform.http.problem;

import java.util.List;

/// A request that can't be done, as RFC 9457 describes it. Thrown by features, written by the edge.
///
/// The detail is one plain sentence, with the value and what to do; existing clients show exactly that.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldError> errors;

    /// What is wrong with one part of the body.
    ///
    /// @param pointer RFC 6901 pointer into the body, such as `/user_id`
    /// @param detail a sentence with the value and what to write instead
    public record FieldError(String pointer, String detail) {}

    private Problem(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /// A problem of that type.
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    /// A body whose fields are wrong; the detail is made of theirs.
    public static Problem ofFields(List<FieldError> errors) {
        var detail = String.join(" ", errors.stream().map(FieldError::detail).toList());
        return new Problem(ProblemType.INVALID_REQUEST, detail, errors);
    }

    /// Which kind it is.
    public ProblemType type() {
        return type;
    }

    /// The plain sentence.
    public String detail() {
        return String.valueOf(getMessage());
    }

    /// What is wrong in the body, field by field; empty when the problem is not about fields.
    public List<FieldError> errors() {
        return errors;
    }
}
