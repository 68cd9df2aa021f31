/// What a measurement costs the host: CPU time of processes, room in the database, pressure.
@NullMarked
package outturn.bench.host;

import org.jspecify.annotations.NullMarked;
