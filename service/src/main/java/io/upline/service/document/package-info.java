/// Rendered documents in Redis, where other replicas and other services find them: `mlm_user:{user_id}` and
/// `mlm_downline:{user_id}`, JSON as the API gives it.
///
/// Start with [SharedDocuments]. A document is stored with a [DocumentMark], by which every replica can tell in O(1)
/// whether it is still right; [WrittenDocuments] is what this replica knows to lie there, and [DocumentStore] speaks
/// to Redis. Knows the network, and not what the documents say.
@NullMarked
package io.upline.service.document;

import org.jspecify.annotations.NullMarked;
