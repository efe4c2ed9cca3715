package io.upline.service.platform.idempotency;

import jakarta.ws.rs.core.Response;

/// The answer to a POST: a JSON document, given for the first time or again.
///
/// @param replayed whether it was kept under the request's [IdempotencyKey]
public record Answer(String body, boolean replayed) {
    /// An answer that was worked out now.
    public static Answer fresh(String body) {
        return new Answer(body, false);
    }

    /// An answer that was kept.
    public static Answer kept(String body) {
        return new Answer(body, true);
    }

    /// The reply, with the header that tells a kept answer.
    public Response response() {
        var response = Response.ok(body);
        return replayed ? response.header(IdempotencyKey.REPLAYED_HEADER, true).build() : response.build();
    }
}
