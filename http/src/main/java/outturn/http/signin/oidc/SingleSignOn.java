package outturn.http.signin.oidc;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.store.identity.Role;

/// How people sign in by an identity provider.
///
/// @param issuer the provider, by the address that its tokens bear
/// @param server where browsers find this server, without a path
/// @param scopes what the provider is asked for
/// @param roles by the group of the provider that has it
public record SingleSignOn(
    URI issuer,
    Client client,
    URI server,
    List<String> scopes,
    Claims claims,
    Map<String, Role> roles) {
  private static final String RETURN = "/login/oidc/return";
  private static final Set<String> OWN_HOST = Set.of("localhost", "127.0.0.1", "[::1]");

  public SingleSignOn {
    scopes = List.copyOf(scopes);
    roles = Map.copyOf(roles);
  }

  /// What this server is to the provider.
  ///
  /// @param secret empty for a public client, which PKCE alone protects
  public record Client(String id, Optional<String> secret) {
    @Override
    public String toString() {
      return "Client[%s, %s]".formatted(id, secret.isPresent() ? "with a secret" : "public");
    }
  }

  /// What the provider's claims are called.
  ///
  /// @param name that people have here from the first sign-in on
  /// @param groups of which some have roles
  public record Claims(String name, String groups) {}

  /// Where the provider sends browsers back to.
  URI back() {
    return server.resolve(RETURN);
  }

  /// The greatest role of these groups.
  Optional<Role> role(Collection<String> groups) {
    return groups.stream()
        .flatMap(group -> Optional.ofNullable(roles.get(group)).stream())
        .max(Comparator.naturalOrder());
  }

  /// Whether what is sent there is read by nobody on the way: by TLS, or on this host.
  static boolean isPrivate(URI address) {
    if (address.getHost() == null) return false;
    if ("https".equals(address.getScheme())) return true;
    return "http".equals(address.getScheme()) && OWN_HOST.contains(address.getHost());
  }
}
