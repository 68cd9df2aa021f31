/// Signing in by an identity provider that speaks OpenID Connect: the authorization code flow with
/// PKCE. Nothing outside this package knows the library for it.
@NullMarked
package outturn.http.signin.oidc;

import org.jspecify.annotations.NullMarked;
