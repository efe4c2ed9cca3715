/// The audit: who did what to whom, when and from where. An entry is written in the transaction of the work, so
/// there is none without the other, and nobody changes it afterwards.
///
/// Features make a [Deed], say who the [Author] is, let [AuditWriter] make an [AuditEntry] of both, and write it
/// with their work. `chain` seals what is written and proves it unchanged, `list` shows it to readers.
///
/// An entry names members by their numbers. Only who acted is named by a user id, in one place, where it can be
/// forgotten. The package knows no other feature; of members it reads the table.
@NullMarked
package io.upline.service.audit;

import org.jspecify.annotations.NullMarked;
