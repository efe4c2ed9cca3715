/// The worked examples of `docs/DOMAIN.md`, across the engine's packages.
///
/// Read [WorkedExamplesTest] first; [NamedNetwork] is its fixture, [DomainDocument] the document that it is held
/// against.
@NullMarked
package io.upline.engine;

import org.jspecify.annotations.NullMarked;
