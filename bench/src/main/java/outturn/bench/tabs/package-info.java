/// What people who look on cost those who work.
@NullMarked
package outturn.bench.tabs;

import org.jspecify.annotations.NullMarked;
