/// Crontabs translated into workflows.
@NullMarked
package outturn.cli.crontab;

import org.jspecify.annotations.NullMarked;
