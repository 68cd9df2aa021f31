package outturn.runtime.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import outturn.definition.connection.Connection;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;

/// Secrets put where a template names them, and nowhere else.
public final class Secrets {
  private static final Pattern NAMED = Pattern.compile("\\bsecrets\\.([a-z_][a-z0-9_]*)");

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
    return switch (template) {
      case Template.Constant _ -> scope;
      case Template.Single(var expression) -> named(expression.source(), scope, secrets);
      case Template.Joined(var parts) -> all(parts, scope, secrets);
      case Template.Items(var items) -> all(items, scope, secrets);
      case Template.Fields(var fields) -> all(fields.values(), scope, secrets);
    };
  }

  private static Scope all(
      Iterable<Template> templates, Scope scope, Function<String, Optional<String>> secrets) {
    var more = scope;
    for (var template : templates) more = added(template, more, secrets);
    return more;
  }

  private static Scope named(
      String source, Scope scope, Function<String, Optional<String>> secrets) {
    var more = scope;
    var names = NAMED.matcher(source);
    while (names.find()) {
      var name = names.group(1);
      var value =
          secrets
              .apply(name)
              .orElseThrow(() ->
                  new EvaluationFailed(
                      "the secret '%s' is not set: outturn secret set %s"
                          .formatted(name.replace('_', '-'), name.replace('_', '-'))));
      more = more.with("secrets." + name, value);
    }
    return more;
  }
}
