package io.upline.client.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a check.
///
/// @param members how many members there are
/// @param asOfSeq the last entry of the log that was looked at
/// @param findings what is wrong, a sentence each
/// @param findingsLeftOut how many more findings there are
/// @param auditSealed the last entry of the audit
/// @param auditHash the hash that the audit's chain ends with; null from a service without one
/// @param tookMs how long it took
/// @param writesWaitedMs the longest time that writes had to wait for it
record CheckReply(
        boolean ok,
        long members,
        long asOfSeq,
        List<String> findings,
        long findingsLeftOut,
        long auditSealed,
        @Nullable String auditHash,
        long tookMs,
        long writesWaitedMs) {}
