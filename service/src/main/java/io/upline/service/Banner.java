package io.upline.service;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.upline.service.access.key.ApiKeys;
import io.upline.service.network.Network;
import io.upline.service.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/// Says on the terminal, once the service listens, where everything is.
@ApplicationScoped
class Banner {
    private final Settings settings;
    private final Network network;
    private final ApiKeys keys;

    Banner(Settings settings, Network network, ApiKeys keys) {
        this.settings = settings;
        this.network = network;
        this.keys = keys;
    }

    void show(@ObservesAsync HttpServerStart started, HttpServer server) {
        var address = "http://" + settings.host() + ":" + Listening.port(server);
        var data = settings.database()
                .map(database -> "PostgreSQL at " + database)
                .orElseGet(() -> settings.dataFolder().toAbsolutePath().normalize() + " (its own PostgreSQL)");
        System.out.printf("""

                Upline is ready, with %,d members.
                  API            %s/mlm
                  documentation  %s/docs
                  data           %s
                %s
                Stop with Ctrl-C.

                """, network.genealogy().members(), address, address, data, callers());
    }

    private String callers() {
        var access = settings.access();
        return access.required()
                ? "Requests are authenticated: %d API keys, and %s."
                        .formatted(
                                keys.size(),
                                access.tokens()
                                        .map(tokens -> "tokens by " + tokens.key())
                                        .orElse("no tokens"))
                : "Requests are not authenticated (AUTH=off): for this machine only.";
    }
}
