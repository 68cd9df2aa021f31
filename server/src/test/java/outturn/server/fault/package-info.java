/// What becomes of the work when servers, databases and disks fail: they are killed, frozen and
/// filled for real.
@NullMarked
package outturn.server.fault;

import org.jspecify.annotations.NullMarked;
