/// Commands about workflows.
@NullMarked
package outturn.cli.workflow;

import org.jspecify.annotations.NullMarked;
