/// Signing in: passwords, sessions, and the pages for them.
@NullMarked
package outturn.http.signin;

import org.jspecify.annotations.NullMarked;
