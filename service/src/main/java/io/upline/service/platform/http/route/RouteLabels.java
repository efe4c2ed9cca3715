package io.upline.service.platform.http.route;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Keeps addresses out of the metrics: a request that was refused before its route was known would be counted under
/// the address it named, and there are as many of these as anybody likes to make up.
class RouteLabels {
    private static final String OTHER = "OTHER";

    @Produces
    @Singleton
    MeterFilter onlyRoutes(AllowedMethods allowed) {
        return MeterFilter.replaceTagValues("uri", uri -> isRoute(uri, allowed) ? uri : OTHER);
    }

    private static boolean isRoute(String uri, AllowedMethods allowed) {
        return !uri.startsWith("/") || uri.contains("{") || allowed.isFixed(uri);
    }
}
