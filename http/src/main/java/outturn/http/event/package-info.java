/// Events: webhooks, CloudEvents, and what has become of those that came.
@NullMarked
package outturn.http.event;

import org.jspecify.annotations.NullMarked;
