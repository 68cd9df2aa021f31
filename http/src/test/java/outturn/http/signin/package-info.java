/// Tests of signing in.
@NullMarked
package outturn.http.signin;

import org.jspecify.annotations.NullMarked;
