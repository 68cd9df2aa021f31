/// Workflows in force, with their schedules and last runs.
@NullMarked
package outturn.http.workflow;

import org.jspecify.annotations.NullMarked;
