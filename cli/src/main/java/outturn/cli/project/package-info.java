/// Commands about a project's files.
@NullMarked
package outturn.cli.project;

import org.jspecify.annotations.NullMarked;
