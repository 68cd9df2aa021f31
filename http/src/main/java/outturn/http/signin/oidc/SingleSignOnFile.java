package outturn.http.signin.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import outturn.definition.text.Nearest;
import outturn.store.identity.Role;

/// Reads the settings of single sign-on, and finds all that is wrong with them at once.
public final class SingleSignOnFile {
  private static final List<String> KEYS =
      List.of(
          "issuer",
          "clientId",
          "clientSecretFile",
          "publicUrl",
          "scopes",
          "nameClaim",
          "groupsClaim",
          "roles");
  private static final URI NOWHERE = URI.create("http://localhost");

  private final Path file;
  private final String secret;
  private final List<String> problems = new ArrayList<>();

  private SingleSignOnFile(Path file, String secret) {
    this.file = file;
    this.secret = secret;
  }

  /// What the file says.
  ///
  /// @param problems one sentence each; with any, the settings are not to be used
  public record Read(Optional<SingleSignOn> settings, List<String> problems) {}

  /// @param secret of the client, from outside the file; empty to take it from the file that the
  ///   settings name, if they do
  public static Read read(Path file, String secret) {
    var reader = new SingleSignOnFile(file, secret);
    var settings = reader.settings();
    boolean right = reader.problems.isEmpty();
    return new Read(right ? settings : Optional.empty(), List.copyOf(reader.problems));
  }

  private Optional<SingleSignOn> settings() {
    try {
      var load = new Load(LoadSettings.builder().build());
      if (load.loadFromString(Files.readString(file)) instanceof Map<?, ?> map) {
        return Optional.of(settings(map));
      }
      problem("expected keys and values: " + String.join(", ", KEYS));
    } catch (IOException unreadable) {
      problem("cannot be read: " + unreadable);
    } catch (YamlEngineException broken) {
      problem("is no YAML: " + broken.getMessage());
    }
    return Optional.empty();
  }

  private SingleSignOn settings(Map<?, ?> map) {
    for (var key : map.keySet()) {
      var name = String.valueOf(key);
      if (!KEYS.contains(name)) problem("unknown key '%s'; %s".formatted(name, hint(name)));
    }
    var issuer = address(map, "issuer", _ -> true);
    var server = address(map, "publicUrl", SingleSignOnFile::isRoot);
    return new SingleSignOn(
        issuer,
        new SingleSignOn.Client(text(map, "clientId", ""), secret(map)),
        server,
        scopes(map.get("scopes")),
        new SingleSignOn.Claims(
            text(map, "nameClaim", "preferred_username"), text(map, "groupsClaim", "groups")),
        roles(map.get("roles")));
  }

  private static String hint(String name) {
    return Nearest.hint(name, KEYS);
  }

  private void problem(String text) {
    problems.add("--single-sign-on %s: %s".formatted(file, text));
  }

  private String text(Map<?, ?> map, String key, String usual) {
    @Nullable Object value = map.get(key);
    if (value == null && !usual.isEmpty()) return usual;
    if (value instanceof String text && !text.isBlank()) return text.strip();
    problem("%s is needed, a text".formatted(key));
    return usual;
  }

  private URI address(Map<?, ?> map, String key, Predicate<URI> rule) {
    var text = String.valueOf(map.get(key));
    try {
      var address = URI.create(text);
      boolean bare = address.getRawQuery() == null && address.getRawFragment() == null;
      if (SingleSignOn.isPrivate(address) && bare && rule.test(address)) return address;
    } catch (IllegalArgumentException none) {
      // Told below.
    }
    problem(
        "%s is an address with https (http on this host only)%s, not '%s'"
            .formatted(key, key.equals("issuer") ? "" : " and without a path", text));
    return NOWHERE;
  }

  private static boolean isRoot(URI address) {
    return address.getRawPath().isEmpty() || address.getRawPath().equals("/");
  }

  private Optional<String> secret(Map<?, ?> map) {
    if (!secret.isEmpty()) return Optional.of(secret);
    if (map.get("clientSecretFile") == null) return Optional.empty();
    var path = file.toAbsolutePath().resolveSibling(text(map, "clientSecretFile", ""));
    try {
      var read = Files.readString(path).strip();
      if (!read.isEmpty()) return Optional.of(read);
      problem("clientSecretFile: %s is empty".formatted(path));
    } catch (IOException unreadable) {
      problem("clientSecretFile: cannot be read: " + unreadable);
    }
    return Optional.empty();
  }

  private List<String> scopes(@Nullable Object value) {
    if (value == null) return List.of("openid", "profile");
    if (value instanceof List<?> list && list.contains("openid")) {
      return list.stream().map(String::valueOf).toList();
    }
    problem("scopes is a list with openid in it, such as [openid, profile, groups]");
    return List.of();
  }

  private Map<String, Role> roles(@Nullable Object value) {
    var roles = new LinkedHashMap<String, Role>();
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((group, role) -> {
        try {
          roles.put(String.valueOf(group), Role.of(String.valueOf(role)));
        } catch (IllegalArgumentException none) {
          problem("roles: %s: %s".formatted(group, none.getMessage()));
        }
      });
    } else {
      problem(
          "roles is needed: what role which group of the provider has, such as `staff: viewer`");
    }
    return roles;
  }
}
