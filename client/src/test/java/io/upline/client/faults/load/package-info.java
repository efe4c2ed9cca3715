/// Clients that register members and trigger bonuses through any replica, repeat what was not answered, and
/// remember every answer. Begin with `Load`; it knows neither the faults nor the database.
@NullMarked
package io.upline.client.faults.load;

import org.jspecify.annotations.NullMarked;
