/// Proves the arrays sound, by plain walks that share no code with what they check. Read [ForestCheck], then
/// [MatrixCheck]. The package is not exported from the module: callers use
/// [io.upline.engine.genealogy.GenealogyCheck].
@NullMarked
package io.upline.engine.genealogy.check;

import org.jspecify.annotations.NullMarked;
