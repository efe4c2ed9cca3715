package io.upline.service.importing;

import io.upline.service.network.command.NetworkResult.Imported;
import io.upline.service.network.command.NetworkResult.Rejection;
import io.upline.service.platform.http.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What became of all rows of one request.
final class ImportReport {
    /// Rows that can't be taken are listed up to this many; further ones are only counted.
    static final int LISTED_ROWS = 100_000;

    private final List<Rejection> rejected = new ArrayList<>();
    private int registered;
    private int present;
    private int rejectedCount;
    private long asOf;

    /// An empty report.
    ///
    /// @param asOf what the network was before
    ImportReport(long asOf) {
        this.asOf = asOf;
    }

    void add(Imported imported) {
        registered += imported.registered();
        present += imported.present();
        asOf = Math.max(asOf, imported.asOf());
        imported.rejected().forEach(this::reject);
    }

    void reject(Rejection rejection) {
        rejectedCount++;
        if (rejected.size() < LISTED_ROWS) {
            rejected.add(rejection);
        }
    }

    long asOf() {
        return asOf;
    }

    byte[] json() {
        rejected.sort(Comparator.comparingLong(Rejection::line));
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("registered", registered);
            json.writeNumberField("present", present);
            json.writeNumberField("rejected_count", rejectedCount);
            json.writeArrayFieldStart("rejected");
            for (var rejection : rejected) {
                json.writeStartObject();
                json.writeNumberField("line", rejection.line());
                json.writeStringField("reason", rejection.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("as_of_seq", asOf);
            json.writeEndObject();
        });
    }
}
