package io.upline.service.importing;

import io.upline.service.network.command.NetworkCommand.ImportRow;
import io.upline.service.network.command.NetworkResult.Imported;
import java.util.List;

/// What is done with the rows that can be read.
@FunctionalInterface
interface RowTaker {
    /// Most rows of one call, which is one transaction: live requests get their turn after it.
    int BATCH_ROWS = 2_000;

    /// Takes rows in their order, and says what became of them. At most [#BATCH_ROWS]; the list isn't kept.
    Imported take(List<ImportRow> rows);
}
