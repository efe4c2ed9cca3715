package io.upline.service.check.memory;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Whether the caller still waits; a check that nobody waits for ends.
public final class HangUp {
    /// Steps between two looks.
    private static final int STEPS = 4_096;

    private final BooleanSupplier isGone;

    /// Asks for one caller.
    ///
    /// @param isGone whether the caller has hung up
    public HangUp(BooleanSupplier isGone) {
        this.isGone = isGone;
    }

    /// Looks now and then.
    ///
    /// @param step a count of something quick
    /// @throws CancellationException when nobody waits any more
    public void requireThere(int step) {
        if (step % STEPS == 0) {
            requireThere();
        }
    }

    /// Looks now.
    ///
    /// @throws CancellationException when nobody waits any more
    public void requireThere() {
        if (isGone.getAsBoolean()) {
            throw new CancellationException("The caller is gone.");
        }
    }
}
