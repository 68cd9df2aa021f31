/// Commands about measures and their observations.
@NullMarked
package outturn.cli.measure;

import org.jspecify.annotations.NullMarked;
