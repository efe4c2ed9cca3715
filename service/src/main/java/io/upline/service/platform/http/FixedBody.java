package io.upline.service.platform.http;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A body of a chosen length that takes no thought: what `./upline bench` compares the reads of long replies with,
/// on the way that every route goes. There only when the service is started with the system property
/// `upline.fixed-body=true`.
@Path("/fixed-body/{bytes}")
@Produces(MediaType.TEXT_PLAIN)
@EndpointDisabled(name = "upline.fixed-body", stringValue = "false", disableIfMissing = true)
@NonBlocking
public class FixedBody {
    private static final byte[] LONGEST = ".".repeat(BodyLimit.BODY_BYTES).getBytes(StandardCharsets.US_ASCII);

    /// As many full stops as the address says, from 1 to [BodyLimit#BODY_BYTES].
    @GET
    public byte[] dots(@PathParam("bytes") String bytes) {
        return Arrays.copyOf(LONGEST, Query.number("bytes", bytes, 1, LONGEST.length, 1));
    }
}
