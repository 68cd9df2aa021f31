/// Who asks: tokens, sessions, sign-in; users and secrets.
@NullMarked
package outturn.http.identity;

import org.jspecify.annotations.NullMarked;
