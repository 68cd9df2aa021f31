/// The load that is put on a server: its project, how its runs are sent, and what became of them.
@NullMarked
package outturn.bench.load;

import org.jspecify.annotations.NullMarked;
