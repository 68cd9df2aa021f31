/// Service levels as others write them: OpenSLO, in and out.
@NullMarked
package outturn.cli.openslo;

import org.jspecify.annotations.NullMarked;
