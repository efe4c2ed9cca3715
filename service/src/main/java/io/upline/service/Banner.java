package io.upline.service;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.upline.service.network.Network;
import io.upline.service.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/// Says on the terminal, once the service listens, where everything is.
@ApplicationScoped
class Banner {
    private final Settings settings;
    private final Network network;

    Banner(Settings settings, Network network) {
        this.settings = settings;
        this.network = network;
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
                Requests are not authenticated: for this machine, or a private network behind a gateway.
                Stop with Ctrl-C.

                """, network.genealogy().members(), address, address, data);
    }
}
