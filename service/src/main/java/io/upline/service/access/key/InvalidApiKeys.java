package io.upline.service.access.key;

import java.util.List;

/// The file of API keys can't be used as it is; the message has every mistake, a line each.
public final class InvalidApiKeys extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidApiKeys(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
