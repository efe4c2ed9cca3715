package io.upline.service.importing;

import io.upline.service.audit.Author;
import io.upline.service.network.Network;
import io.upline.service.network.command.NetworkCommand.ImportRow;
import io.upline.service.network.command.NetworkCommand.ImportRows;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.command.NetworkResult.Imported;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/// Takes rows into the network, durably.
final class ImportBatches implements RowTaker {
    private static final Logger LOG = Logger.getLogger(ImportBatches.class);

    private final Network network;
    private final Author author;
    private long taken;

    ImportBatches(Network network, Author author) {
        this.network = network;
        this.author = author;
    }

    @Override
    public Imported take(List<ImportRow> rows) {
        try {
            var imported = imported(
                    network.submit(new ImportRows(List.copyOf(rows), author)).join());
            taken += rows.size();
            return imported;
        } catch (Problem | CompletionException e) {
            if (taken == 0) {
                throw e;
            }
            LOG.warn("An import broke off.", e);
            throw Problem.of(
                    ProblemType.OUTCOME_UNKNOWN,
                    "The import broke off after %d rows, which are taken. Send the same file again: whoever is there already is counted as present."
                            .formatted(taken));
        }
    }

    private static Imported imported(NetworkResult result) {
        return switch (result) {
            case Imported imported -> imported;
            case NetworkResult.Placed _, NetworkResult.Changed _, NetworkResult.Replayed _, NetworkResult.CaughtUp _ ->
                throw new IllegalStateException("This answers no import: " + result);
        };
    }
}
