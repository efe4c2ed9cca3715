package io.upline.service.network;

import io.upline.service.network.command.NetworkCommand;
import io.upline.service.network.command.NetworkCommand.CatchUp;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.platform.batch.GroupCommit;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Brings memory up to date for whoever asks. However many ask at once, one look at the log serves all those who
/// asked before it began.
final class CatchUps {
    private final GroupCommit<NetworkCommand, NetworkResult> queue;
    private @Nullable CompletableFuture<NetworkResult> boarding;

    CatchUps(GroupCommit<NetworkCommand, NetworkResult> queue) {
        this.queue = queue;
    }

    /// Completes when memory holds everything that was committed before the call. Does not wait.
    synchronized CompletableFuture<NetworkResult> next() {
        var flight = boarding;
        if (flight == null || flight.isDone()) {
            flight = queue.submit(new CatchUp(this::depart));
            boarding = flight;
        }
        return flight.copy();
    }

    private synchronized void depart() {
        boarding = null;
    }
}
