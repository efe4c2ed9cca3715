package io.upline.service;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/// What monitors and the gateway ask for to see whether the service is there.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class Home {
    /// Greets.
    @GET
    public Map<String, String> home() {
        return Map.of("message", "Upline, the network of a network-marketing company. Documentation: /docs");
    }

    /// Whether the service is healthy.
    @GET
    @Path("/health")
    public Map<String, String> health() {
        return Map.of("status", "healthy");
    }

    /// Whether the service runs.
    @GET
    @Path("/status")
    public Map<String, String> status() {
        return Map.of("status", "running");
    }
}
