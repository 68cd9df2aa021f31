/// Projects: their versions, and what of them is in force.
@NullMarked
package outturn.store.project;

import org.jspecify.annotations.NullMarked;
