package io.upline.service.platform.settings;

import java.util.List;

/// The environment can't be used as it is; [#mistakes()] says everything that is wrong, a sentence each.
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    InvalidSettings(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /// Every mistake, a sentence each.
    public List<String> mistakes() {
        return mistakes;
    }
}
