package io.upline.service.network.command;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.platform.database.Database;
import java.util.function.BiFunction;

/// A question about the network at one steady moment: what is stored, and the tree that holds exactly that. No
/// batch is decided before it is answered, so it must not take long.
///
/// @param stored reads what is needed from the snapshot that the tree was brought up to date with
/// @param question answers from what was read and from the tree, drafts of which there are none; no transaction is
///     open
/// @param <S> what is read
/// @param <R> the answer
public record Inspection<S, R>(Database.Work<S> stored, BiFunction<S, Genealogy, R> question) {}
