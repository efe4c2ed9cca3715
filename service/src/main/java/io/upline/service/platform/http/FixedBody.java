package io.upline.service.platform.http;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/// A body of a chosen length that takes no thought: what `./upline bench` compares the reads of long replies with,
/// on the way that every route goes. There only when the service is started with the system property
/// `upline.fixed-body=true`.
@Path("/fixed-body/{bytes}")
@Produces(MediaType.TEXT_PLAIN)
@EndpointDisabled(name = "upline.fixed-body", stringValue = "false", disableIfMissing = true)
@NonBlocking
public class FixedBody {
    /// Longer than a nested downline of ten thousand members.
    private static final int MAX_BYTES = 1 << 24;

    /// Given again while the same length is asked for: even copying would be a thought.
    private volatile byte[] last = new byte[0];

    /// As many full stops as the address says, from 1 to 16 MiB.
    @GET
    public byte[] dots(@PathParam("bytes") String bytes) {
        var length = Query.number("bytes", bytes, 1, MAX_BYTES, 1);
        var dots = last;
        if (dots.length != length) {
            dots = ".".repeat(length).getBytes(StandardCharsets.US_ASCII);
            last = dots;
        }
        return dots;
    }
}
