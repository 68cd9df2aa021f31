/// Tests of OpenSLO in and out.
@NullMarked
package outturn.cli.openslo;

import org.jspecify.annotations.NullMarked;
