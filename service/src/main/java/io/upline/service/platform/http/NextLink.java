package io.upline.service.platform.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// The header of RFC 8288 that leads to the next page of a list which is a plain array.
public final class NextLink {
    /// The header's name.
    public static final String HEADER = "Link";

    private NextLink() {}

    /// The header's value, with an address relative to the service.
    ///
    /// @param query the parameters in their order; empty ones are left out
    public static String of(String path, Map<String, String> query) {
        return query.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "<" + path + "?", ">; rel=\"next\""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
