package io.upline.engine.plan;

/// How the constructors of this package refuse a value: with the sentence of the fault that was found.
final class Refusal {

    private Refusal() {}

    @SuppressWarnings("DoNotCallSuggester") // called through Optional.ifPresent
    static void raise(String fault) {
        throw new IllegalArgumentException(fault);
    }
}
