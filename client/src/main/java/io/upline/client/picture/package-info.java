/// Pictures of a network in plain text, at most [Columns#WIDTH] columns wide.
///
/// Read [TreePicture], then [Earnings], [RankBars] and [WeekPicture]. They are given a [Naming], since only the
/// caller knows what people are called, and return lines. This package neither calls the service nor prints.
@NullMarked
package io.upline.client.picture;

import org.jspecify.annotations.NullMarked;
