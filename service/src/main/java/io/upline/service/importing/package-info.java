/// Taking over members from a file: `POST /mlm/members/import` reads CSV of any length as it comes in.
///
/// Start with [ImportResource]. The rule by which a row is taken stands with the writer,
/// [io.upline.service.network.rule.RowRule], so that a check and a real import can't differ.
@NullMarked
package io.upline.service.importing;

import org.jspecify.annotations.NullMarked;
