package io.upline.service.document;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/// What becomes of shared documents, in numbers.
final class DocumentMeters {
    private final Counter written = counter("written");
    private final Counter tooOld = counter("too-old");
    private final Counter removed = counter("removed");

    DocumentMeters(WrittenDocuments documents) {
        Gauge.builder("upline.documents", documents, WrittenDocuments::size)
                .description("Documents in Redis that this replica knows of")
                .register(Metrics.globalRegistry);
        Gauge.builder("upline.documents.bytes", documents, WrittenDocuments::bytes)
                .description("Their size together")
                .baseUnit("bytes")
                .register(Metrics.globalRegistry);
    }

    private static Counter counter(String outcome) {
        return Counter.builder("upline.documents.changed")
                .description("Documents that this replica wrote to Redis, was too late to write, or removed as stale")
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry);
    }

    void offered(boolean isWritten) {
        (isWritten ? written : tooOld).increment();
    }

    void removed(int documents) {
        removed.increment(documents);
    }
}
