package io.upline.service.audit;

import java.util.UUID;

/// One entry, ready to be written.
///
/// @param id of version 7
/// @param atMicros when it was done, in µs since 1970
/// @param salt hexadecimal digits that nobody can guess
/// @param whoHash what [Author#commitment(String)] says
public record AuditEntry(UUID id, long atMicros, Author author, Deed deed, String salt, String whoHash) {}
