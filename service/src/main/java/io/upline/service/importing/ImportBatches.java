package io.upline.service.importing;

import io.upline.service.network.Network;
import io.upline.service.network.NetworkCommand.ImportRow;
import io.upline.service.network.NetworkCommand.ImportRows;
import io.upline.service.network.NetworkResult;
import io.upline.service.network.NetworkResult.Imported;
import java.util.List;

/// Takes rows into the network, durably.
record ImportBatches(Network network) implements RowTaker {
    @Override
    public Imported take(List<ImportRow> rows) {
        NetworkResult result = network.submit(new ImportRows(List.copyOf(rows)))
                .toCompletableFuture()
                .join();
        return switch (result) {
            case Imported imported -> imported;
            case NetworkResult.Placed _, NetworkResult.Changed _, NetworkResult.Replayed _, NetworkResult.CaughtUp _ ->
                throw new IllegalStateException("This answers no import: " + result);
        };
    }
}
