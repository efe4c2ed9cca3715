package io.upline.service.platform.http.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One page for each [ProblemType], at the address which a problem names as its type.
@Path("/problems")
@Produces("text/plain;charset=UTF-8")
public class ProblemPages {
    /// Every type, a line each.
    @GET
    public String all() {
        return Arrays.stream(ProblemType.values())
                .map(type -> "%s  %d  %s%n".formatted(type.uri(), type.status(), type.title()))
                .collect(Collectors.joining());
    }

    /// The page of one type.
    @GET
    @Path("/{slug}")
    public String page(@PathParam("slug") String slug) {
        return ProblemType.of(slug)
                .map(type -> "%s%n%nStatus: %d%nWhat to do: %s%n".formatted(type.title(), type.status(), type.advice()))
                .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_ROUTE, "There is no problem type " + slug + "."));
    }
}
