/// Asks the Microsoft Graph API for usage reports.
@NullMarked
package outturn.tasks.graph;

import org.jspecify.annotations.NullMarked;
