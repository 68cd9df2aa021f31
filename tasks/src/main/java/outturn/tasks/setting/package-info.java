/// The settings of a task, read by name and type.
@NullMarked
package outturn.tasks.setting;

import org.jspecify.annotations.NullMarked;
