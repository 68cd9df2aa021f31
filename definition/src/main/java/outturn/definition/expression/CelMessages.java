package outturn.definition.expression;

import java.util.Map;
import java.util.regex.Pattern;

/// CEL's messages in the words of definitions.
final class CelMessages {
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '(.*?)' applied to '\\((.*?)\\)'.*");
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '(.*?)' \\(in container ''\\)");
  private static final Map<String, String> TYPES =
      Map.of("double", "number", "bool", "boolean", "dyn", "any");

  private CelMessages() {}

  static String plain(String message) {
    var overload = OVERLOAD.matcher(message);
    if (overload.matches()) return overload(overload.group(1), overload.group(2));
    var undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) return "there is no name '%s'".formatted(undeclared.group(1));
    return message.lines().findFirst().orElse(message);
  }

  private static String overload(String operator, String types) {
    var mixed = types.contains("double") && types.contains("int");
    var named = types;
    for (var type : TYPES.entrySet()) {
      named = named.replaceAll("\\b" + type.getKey() + "\\b", type.getValue());
    }
    var sign = operator.replace("@", "").replaceAll("^_|_$", "");
    var told = "'%s' does not take (%s)".formatted(sign.isEmpty() ? operator : sign, named);
    return mixed ? told + "; write 2.0 for 2, or double( … )" : told;
  }
}
