package io.upline.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jboss.logging.Logger;

/// With the argument `--rehearse` the service asks itself once for everything it can do, and stops: the JVM records
/// what that took, and the next starts are faster. Only ever on a database of its own, made for this.
@ApplicationScoped
class Rehearsal {
    static final String ARGUMENT = "--rehearse";

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final int MEMBERS = 60;

    void run(@ObservesAsync HttpServerStart started, HttpServer server) {
        if (!Boolean.getBoolean(ARGUMENT)) {
            return;
        }
        try (var client = HttpClient.newHttpClient()) {
            playAll(client, "http://127.0.0.1:" + Listening.port(server));
            Quarkus.asyncExit(0);
        } catch (IOException e) {
            LOG.error("The rehearsal failed.", e);
            Quarkus.asyncExit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Quarkus.asyncExit(1);
        }
    }

    private static void playAll(HttpClient client, String service) throws IOException, InterruptedException {
        var root = UUID.randomUUID();
        send(client, service + "/mlm/root", "{\"user_id\": \"%s\"}".formatted(root));
        for (int i = 0; i < MEMBERS; i++) {
            var member = UUID.randomUUID();
            send(
                    client,
                    service + "/user/register",
                    "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(member, root));
            send(
                    client,
                    service + "/mlm/bonus",
                    "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(member));
        }
        send(client, service + "/mlm/members/" + root + "/suspend", "{\"reason\": \"Rehearsed.\"}");
        send(client, service + "/mlm/rank/evaluate/" + root, "null");
        send(client, service + "/mlm/bonus/mark-paid", "null");
        for (var path : new String[] {
            "/",
            "/health",
            "/docs/",
            "/openapi",
            "/nothing",
            "/mlm/downline/" + root,
            "/mlm/downline/" + root + "/count",
            "/mlm/members/" + root,
            "/mlm/members/" + root + "/upline",
            "/mlm/members/" + root + "/legs",
            "/mlm/members/" + root + "/downline",
            "/mlm/members/" + root + "/history",
            "/mlm/changes",
            "/mlm/audit",
            "/mlm/bonus/user/" + root,
            "/mlm/bonus?status=pending",
            "/mlm/report/weekly/" + root,
            "/mlm/report/network"
        }) {
            send(client, HttpRequest.newBuilder(URI.create(service + path)).build());
        }
    }

    private static void send(HttpClient client, String address, String body) throws IOException, InterruptedException {
        send(
                client,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        client.send(request, BodyHandlers.discarding());
    }
}
