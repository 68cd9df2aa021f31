@NullMarked
package outturn.http.signin.oidc;

import org.jspecify.annotations.NullMarked;
