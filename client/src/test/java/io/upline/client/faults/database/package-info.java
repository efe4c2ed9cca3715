/// PostgreSQL dies, is restarted, runs out of disk, has its clock set back, or goes back in time.
@NullMarked
package io.upline.client.faults.database;

import org.jspecify.annotations.NullMarked;
