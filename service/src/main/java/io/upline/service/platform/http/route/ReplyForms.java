package io.upline.service.platform.http.route;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Refuses a request for a form that the route doesn't have. Of a route with several forms the framework takes the
/// first when none of them was asked for.
class ReplyForms {
    @ServerRequestFilter
    void refuseUnknownForms(ContainerRequestContext request, ResourceInfo resource) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null || accept.equals(MediaType.WILDCARD)) {
            return;
        }
        var accepted = accepted(request);
        var forms = forms(resource);
        if (forms != null && accepted.stream().noneMatch(type -> isOneOf(type, forms))) {
            throw new NotAcceptableException();
        }
    }

    private static List<MediaType> accepted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "The header Accept can't be read; write media types in it, such as application/json.");
        }
    }

    private static @Nullable Produces forms(ResourceInfo resource) {
        var ofMethod = resource.getResourceMethod().getAnnotation(Produces.class);
        return ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(Produces.class);
    }

    private static boolean isOneOf(MediaType accepted, Produces forms) {
        return Arrays.stream(forms.value()).map(MediaType::valueOf).anyMatch(accepted::isCompatible);
    }
}
