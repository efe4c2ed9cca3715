/// What one compensation plan says otherwise than another, in sentences for people.
///
/// Read [PlanDifferences] first. What is the same is not mentioned, and nothing that differs is left out.
@NullMarked
package io.upline.engine.plan.difference;

import org.jspecify.annotations.NullMarked;
