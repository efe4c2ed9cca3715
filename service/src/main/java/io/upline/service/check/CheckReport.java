package io.upline.service.check;

import io.upline.service.audit.chain.ChainHead;
import io.upline.service.check.memory.StoredHead;
import io.upline.service.check.rule.Findings;
import io.upline.service.platform.http.json.Json;

/// What came of a check.
///
/// @param extent the network as of the snapshot that was looked at
/// @param audit how the chain of the audit ends
/// @param tookMillis how long it took
/// @param writesWaitedMillis the longest time that writes had to wait for it
record CheckReport(Findings findings, StoredHead extent, ChainHead audit, long tookMillis, long writesWaitedMillis) {
    boolean isClean() {
        return findings.sentences().isEmpty();
    }

    /// As the API shows it.
    byte[] json() {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeBooleanField("ok", isClean());
            json.writeNumberField("members", extent.members());
            json.writeNumberField("as_of_seq", extent.seq());
            json.writeArrayFieldStart("findings");
            for (var sentence : findings.sentences()) {
                json.writeString(sentence);
            }
            json.writeEndArray();
            json.writeNumberField("findings_left_out", findings.leftOut());
            json.writeNumberField("audit_sealed", audit.number());
            json.writeStringField("audit_hash", audit.hash());
            json.writeNumberField("took_ms", tookMillis);
            json.writeNumberField("writes_waited_ms", writesWaitedMillis);
            json.writeEndObject();
        });
    }
}
