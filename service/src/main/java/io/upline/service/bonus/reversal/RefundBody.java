package io.upline.service.bonus.reversal;

import io.upline.service.network.Network;
import io.upline.service.network.rule.Nameless;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.idempotency.IdempotencyKey;
import java.util.Optional;

/// Reads a refund from a body. What it keeps as text names no member: it stays when one is forgotten.
final class RefundBody {
    static final String TRIGGER_TYPE = "trigger_type";
    static final String REFERENCE = "reference";
    static final int REFERENCE_CHARS = 200;
    static final int REASON_CHARS = 500;

    private static final String AMOUNT = "amount";
    private static final String REFUND_REFERENCE = "refund_reference";
    private static final String REASON = "reason";

    static final String[] FIELDS = {AMOUNT, REFUND_REFERENCE, REASON};
    static final String[] FIELDS_BY_REFERENCE = {TRIGGER_TYPE, REFERENCE, AMOUNT, REFUND_REFERENCE, REASON};

    private RefundBody() {}

    /// Check the body before using what this gives.
    static RefundRequest read(JsonBody body, Network network, Optional<IdempotencyKey> key) {
        if (body.isNull(AMOUNT)) {
            body.error(AMOUNT, "amount is null; leave the amount out for the whole, or write a number.");
        }
        var request = new RefundRequest(
                body.optionalDecimal(AMOUNT),
                nameless(body, network, REFUND_REFERENCE, REFERENCE_CHARS),
                nameless(body, network, REASON, REASON_CHARS));
        requireRepeatable(body, request, key);
        return request;
    }

    /// A part that was told twice would be two refunds.
    private static void requireRepeatable(JsonBody body, RefundRequest request, Optional<IdempotencyKey> key) {
        if (request.amount().isPresent() && request.reference().isEmpty() && key.isEmpty()) {
            body.error(
                    REFUND_REFERENCE,
                    "refund_reference is missing; name a refund of a part, so that it is done once however often it is told, or send the header "
                            + IdempotencyKey.HEADER + ".");
        }
    }

    private static Optional<String> nameless(JsonBody body, Network network, String field, int maxChars) {
        var text = body.optionalText(field, maxChars);
        text.ifPresent(written -> Nameless.check(body, field, written, network.genealogy()));
        return text;
    }
}
