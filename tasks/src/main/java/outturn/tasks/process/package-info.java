/// Tasks that run a process on the worker's host.
@NullMarked
package outturn.tasks.process;

import org.jspecify.annotations.NullMarked;
