/// What people are told, and their answers.
@NullMarked
package outturn.http.notify;

import org.jspecify.annotations.NullMarked;
