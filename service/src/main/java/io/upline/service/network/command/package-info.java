/// What the network is asked, and what it answers.
///
/// Start with [NetworkCommand] and [NetworkResult]. These are values: they know neither the tree's writer nor SQL.
@NullMarked
package io.upline.service.network.command;

import org.jspecify.annotations.NullMarked;
