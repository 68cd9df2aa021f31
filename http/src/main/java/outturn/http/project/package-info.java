/// Projects: plan and apply.
@NullMarked
package outturn.http.project;

import org.jspecify.annotations.NullMarked;
