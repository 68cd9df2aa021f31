/// Tasks that call a web service.
@NullMarked
package outturn.tasks.http;

import org.jspecify.annotations.NullMarked;
