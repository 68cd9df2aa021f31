package outturn.runtime.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.connection.Connection;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;

/// Secrets put where a template names them, and nowhere else.
public final class Secrets {
  private Secrets() {}

  /// A connection's settings, as SQL tasks want them.
  ///
  /// @param rendering puts the secrets into a template
  public static Map<String, Object> connection(
      Connection connection, Function<Template, String> rendering) {
    var settings = new HashMap<String, Object>();
    settings.put("url", rendering.apply(connection.url()));
    connection.user().ifPresent(user -> settings.put("user", rendering.apply(user)));
    connection
        .password()
        .ifPresent(password -> settings.put("password", rendering.apply(password)));
    return settings;
  }

  /// A scope with the secrets that a template names.
  ///
  /// @param secrets the value of a secret, by its name as expressions write it
  /// @throws EvaluationFailed when one is not set
  public static Scope added(
      Template template, Scope scope, Function<String, Optional<String>> secrets) {
    var more = scope;
    for (var name : Templates.secretsOf(template)) {
      more = more.with("secrets." + name, value(name, secrets));
    }
    return more;
  }

  private static String value(String name, Function<String, Optional<String>> secrets) {
    return secrets
        .apply(name)
        .orElseThrow(() ->
            new EvaluationFailed(
                "the secret '%s' is not set: outturn secret set %s"
                    .formatted(name.replace('_', '-'), name.replace('_', '-'))));
  }
}
