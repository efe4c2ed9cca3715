/// The genealogy: who sponsored whom and who stands where, in memory, for networks of any size and depth.
///
/// Read [Genealogy] first: what every thread may ask. [GenealogyWriter] is for the one thread that places members:
/// it drafts births which nobody else sees, then publishes or retracts them together. [GenealogyLoader] builds a
/// genealogy from what was stored. [GenealogyCheck] proves one sound.
///
/// A member is an `int` index in order of birth, from 0, without gaps; it means nothing outside of this process.
/// The package knows no clock, no database and no rules of pay or rank.
@NullMarked
package io.upline.engine.genealogy;

import org.jspecify.annotations.NullMarked;
