package io.upline.service.bonus.distribution.event;

import io.upline.engine.bonus.Earning;
import java.util.List;

/// What an event pays.
///
/// @param asOf the place in the log as of which the ancestors stood there, suspended or not
public record Calculation(List<Earning> earnings, long asOf) {}
