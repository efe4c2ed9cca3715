/// Requests made up from the OpenAPI document, right and wrong, and a judge who holds each reply against the
/// document.
///
/// Start with `FuzzTest`. A request comes from [Requests], which asks [Values] for what a schema allows and
/// [Oddities] and [Damage] for what nobody expects; [Verdict] judges.
@NullMarked
package io.upline.service.fuzz;

import org.jspecify.annotations.NullMarked;
