/// The microservice. One package per feature, and `platform` for what knows no feature.
///
/// Read [io.upline.service.Upline] first: it is the way from `main` to a listening service.
@NullMarked
package io.upline.service;

import org.jspecify.annotations.NullMarked;
