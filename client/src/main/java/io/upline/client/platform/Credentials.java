package io.upline.client.platform;

import java.net.http.HttpRequest;

/// The API key by which a command is known to the service. [#toString()] leaves the secret out.
public record Credentials(String id, String secret) {
    void addTo(HttpRequest.Builder request) {
        request.header("X-Api-Key", id).header("X-Api-Secret", secret);
    }

    @Override
    public String toString() {
        return id;
    }
}
