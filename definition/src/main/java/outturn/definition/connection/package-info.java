/// Connections: how databases are reached.
@NullMarked
package outturn.definition.connection;

import org.jspecify.annotations.NullMarked;
