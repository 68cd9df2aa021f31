/// Commands about users and signing in.
@NullMarked
package outturn.cli.user;

import org.jspecify.annotations.NullMarked;
