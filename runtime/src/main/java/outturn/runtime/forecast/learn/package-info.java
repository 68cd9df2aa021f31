/// How long the tasks of workflows take, learned from runs that have ended.
@NullMarked
package outturn.runtime.forecast.learn;

import org.jspecify.annotations.NullMarked;
