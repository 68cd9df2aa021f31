package outturn.http.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The identity provider: where it sends people, and what it says of them. What it says of itself
/// is asked for anew each hour, and its keys when a token bears one that is not known.
///
/// Source: OpenID Connect Core 1.0; RFC 7636 (PKCE); RFC 9700.
final class Provider {
  // Signatures only: none that anybody can make who knows the client's secret, and not `none`.
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LARGEST_KEYS = 256 << 10;
  private static final int AT_ONCE = 8;
  private static final Duration FRESH = Duration.ofHours(1);

  private final SingleSignOn settings;
  private final InstantSource clock;
  private final ClientID client;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile @Nullable Known known;

  Provider(SingleSignOn settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.client = new ClientID(settings.client().id());
  }

  /// What the provider says of itself, and what checks its tokens.
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant at) {}

  /// Something that is asked of the provider.
  @FunctionalInterface
  private interface Asking<T> {
    T ask(Known provider)
        throws IOException, GeneralException, BadJOSEException, JOSEException, NotSignedIn;
  }

  /// The address at the provider where somebody says who he is.
  URI begin(Attempt attempt) throws NotSignedIn {
    return within(provider ->
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().toArray(String[]::new)),
                client,
                settings.back())
            .endpointURI(provider.metadata().getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
            .build()
            .toURI());
  }

  /// What the provider vouches for, of whom it gave this code.
  Vouched end(Attempt attempt, String code) throws NotSignedIn {
    return within(provider -> {
      var grant =
          new AuthorizationCodeGrant(
              new AuthorizationCode(code), settings.back(), new CodeVerifier(attempt.verifier()));
      var request = request(provider.metadata(), grant).toHTTPRequest();
      request.setConnectTimeout(PATIENCE_MILLIS);
      request.setReadTimeout(PATIENCE_MILLIS);
      request.setFollowRedirects(false);
      var response = OIDCTokenResponseParser.parse(request.send());
      if (!(response instanceof OIDCTokenResponse tokens)) {
        var error = response.toErrorResponse().getErrorObject();
        throw NotSignedIn.refused("The provider does not take the sign-in: " + error.getCode());
      }
      return new Vouched(claims(provider, tokens, attempt));
    });
  }

  private IDTokenClaimsSet claims(Known provider, OIDCTokenResponse response, Attempt attempt)
      throws BadJOSEException, JOSEException {
    var token = response.getOIDCTokens().getIDToken();
    var claims = provider.tokens().validate(token, new Nonce(attempt.nonce()));
    // The library leaves these to its user: OpenID Connect Core 1.0, 3.1.3.7, 4 and 5.
    @Nullable AuthorizedParty party = claims.getAuthorizedParty();
    boolean shared = claims.getAudience().size() > 1;
    if (party == null ? shared : !party.getValue().equals(client.getValue())) {
      throw new BadJWTException("it was made for another client");
    }
    @Nullable String subject = claims.getStringClaim("sub");
    if (subject == null || subject.isBlank()) throw new BadJWTException("it names nobody");
    return claims;
  }

  private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
    var secret = settings.client().secret().map(Secret::new);
    var endpoint = metadata.getTokenEndpointURI();
    if (secret.isEmpty()) return new TokenRequest.Builder(endpoint, client, grant).build();
    @Nullable List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    ClientAuthentication shown =
        basic
            ? new ClientSecretBasic(client, secret.get())
            : new ClientSecretPost(client, secret.get());
    return new TokenRequest.Builder(endpoint, shown, grant).build();
  }

  /// Asks with no more than some others, so that a provider that is slow does not hold everybody
  /// up, and says in words what goes wrong.
  private <T> T within(Asking<T> asking) throws NotSignedIn {
    if (!places.tryAcquire()) throw NotSignedIn.busy();
    try {
      return asking.ask(known());
    } catch (KeySourceException unknown) {
      throw NotSignedIn.away("The provider's keys cannot be read.", unknown);
    } catch (BadJOSEException | JOSEException forged) {
      throw NotSignedIn.refused(
          "What the provider says of you cannot be trusted: " + forged.getMessage(), forged);
    } catch (IOException down) {
      throw NotSignedIn.away(
          "The provider at %s does not answer (%s). Try again, or sign in by other means."
              .formatted(settings.issuer(), down.getMessage()),
          down);
    } catch (GeneralException | IllegalArgumentException broken) {
      throw NotSignedIn.away(
          "The provider at %s does not answer as OpenID Connect wants it: %s"
              .formatted(settings.issuer(), broken.getMessage()),
          broken);
    } finally {
      places.release();
    }
  }

  private Known known() throws IOException, GeneralException {
    var now = clock.instant();
    var before = known;
    if (before != null && now.isBefore(before.at().plus(FRESH))) return before;
    var metadata =
        OIDCProviderMetadata.resolve(
            new Issuer(settings.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
    for (var address : List.of("authorization", "token", "jwks")) {
      check(address, endpoint(metadata, address));
    }
    var found = new Known(metadata, validator(metadata), now);
    known = found;
    return found;
  }

  private static @Nullable URI endpoint(OIDCProviderMetadata metadata, String name) {
    return switch (name) {
      case "authorization" -> metadata.getAuthorizationEndpointURI();
      case "token" -> metadata.getTokenEndpointURI();
      default -> metadata.getJWKSetURI();
    };
  }

  private static void check(String name, @Nullable URI address) throws ParseException {
    if (address == null || !SingleSignOn.isPrivate(address)) {
      throw new ParseException("its %s address is not one with https".formatted(name));
    }
  }

  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
    var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEYS);
    var keys =
        JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), retriever)
            .refreshAheadCache(false)
            .build();
    return new IDTokenValidator(
        new Issuer(settings.issuer()),
        client,
        new JWSVerificationKeySelector<>(SIGNATURES, keys),
        null);
  }
}
