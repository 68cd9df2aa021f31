/// Events from outside: files, webhooks and CloudEvents on their way to the triggers that are about
/// them.
@NullMarked
package outturn.runtime.event;

import org.jspecify.annotations.NullMarked;
