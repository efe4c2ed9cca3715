package io.upline.engine.ledger;

/// How far a bonus has come. Times are µs since 1970.
public sealed interface BonusState {

    /// Earned, and not to be paid before a date.
    ///
    /// @param untilMicros the date
    record Held(long untilMicros) implements BonusState {}

    /// Earned, and to be paid.
    record Payable() implements BonusState {}

    /// Paid, except for what was taken back before.
    ///
    /// @param atMicros when
    record Paid(long atMicros) implements BonusState {}

    /// Taken back as a whole. Nothing follows on it.
    record Reversed() implements BonusState {}
}
