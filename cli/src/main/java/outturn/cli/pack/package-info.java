/// Ready-made measures that are written into a project.
@NullMarked
package outturn.cli.pack;

import org.jspecify.annotations.NullMarked;
