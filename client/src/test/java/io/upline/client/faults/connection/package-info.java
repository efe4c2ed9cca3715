/// The connection between service and PostgreSQL breaks where it hurts most, or goes silent.
@NullMarked
package io.upline.client.faults.connection;

import org.jspecify.annotations.NullMarked;
