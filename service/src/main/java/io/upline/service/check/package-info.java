/// Proves an instance right: the log in itself, the tables against the log, the audit's chain, this instance's
/// memory against the tables, and every figure in memory against the links it was made from. It changes nothing, and
/// holds writes up for moments only.
///
/// Start with [CheckResource], then [NetworkCheck]. [io.upline.service.check.rule] is what holds inside the database,
/// [io.upline.service.check.memory] what holds between it and memory, and inside memory. The package knows the
/// tables of every feature, and of their code only what reads the network and proves the chain.
@NullMarked
package io.upline.service.check;

import org.jspecify.annotations.NullMarked;
