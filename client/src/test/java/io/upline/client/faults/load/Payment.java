package io.upline.client.faults.load;

/// A distribution as it was confirmed.
///
/// @param onceKey what makes it the same when it comes again: the reference, or for a referral the source
public record Payment(String trigger, String onceKey, String source, String eventId) {}
