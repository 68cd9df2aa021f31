package outturn.http.signin.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claims of an ID token that was found right.
final class Vouched {
  private final IDTokenClaimsSet claims;

  Vouched(IDTokenClaimsSet claims) {
    this.claims = claims;
  }

  String subject() {
    return claims.getSubject().getValue();
  }

  Optional<String> text(String claim) {
    return claim(claim) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The texts of a claim: a list, or one alone.
  List<String> texts(String claim) {
    return switch (claim(claim)) {
      case String one -> List.of(one);
      case List<?> many ->
          many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  /// A claim by its name; else by a path such as `realm_access.roles`.
  private @Nullable Object claim(String name) {
    @Nullable Object whole = claims.getClaim(name);
    if (whole != null) return whole;
    var parts = name.split("\\.", -1);
    @Nullable Object found = claims.getClaim(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      found = found instanceof Map<?, ?> map ? map.get(parts[i]) : null;
    }
    return found;
  }
}
