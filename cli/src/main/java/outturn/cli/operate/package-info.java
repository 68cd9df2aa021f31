/// What operators do to runs and tasks: hold, rerun, force, cancel and the like, one by one or
/// many.
@NullMarked
package outturn.cli.operate;

import org.jspecify.annotations.NullMarked;
