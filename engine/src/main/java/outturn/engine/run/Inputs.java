package outturn.engine.run;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Workflow;

/// The inputs of a run: those given, checked, and the defaults of the others.
public sealed interface Inputs {

  /// All there and right.
  record Complete(Map<String, Object> values) implements Inputs {}

  /// What is wrong, one sentence each.
  record Refused(List<String> problems) implements Inputs {}

  /// @param given values as JSON has them: text, whole numbers, numbers, booleans, lists, maps
  static Inputs of(Workflow workflow, Map<String, Object> given) {
    var problems = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    for (var name : given.keySet()) {
      if (workflow.input(name).isEmpty()) problems.add(unknown(workflow, name));
    }
    for (var input : workflow.inputs()) {
      var value = given.containsKey(input.name()) ? given.get(input.name()) : null;
      if (value == null) {
        if (input.fallback().isEmpty()) {
          problems.add("input '%s' (%s) is required".formatted(input.name(), input.type().word()));
        }
        input.fallback().ifPresent(fallback -> values.put(input.name(), fallback));
      } else {
        var fitting = fit(input.type(), value);
        if (fitting.isEmpty() || !allowed(input, fitting.get())) problems.add(unfit(input, value));
        fitting.ifPresent(fit -> values.put(input.name(), fit));
      }
    }
    return problems.isEmpty() ? new Complete(values) : new Refused(problems);
  }

  private static String unknown(Workflow workflow, String name) {
    return "workflow '%s' has no input '%s'; it has: %s"
        .formatted(
            workflow.name(),
            name,
            String.join(", ", workflow.inputs().stream().map(Input::name).toList()));
  }

  private static boolean allowed(Input input, Object value) {
    return input.choices().isEmpty() || input.choices().contains(value);
  }

  private static String unfit(Input input, Object value) {
    var wanted = input.choices().isEmpty() ? input.type().word() : "one of " + input.choices();
    return "input '%s' is to be %s, not '%s'".formatted(input.name(), wanted, value);
  }

  /// The value in the form that the engine keeps, when it is of the type. Text is read as a number
  /// or boolean where one is wanted, since that is how a command line gives it.
  static Optional<Object> fit(ValueType type, @Nullable Object value) {
    if (value == null) return Optional.empty();
    if (type instanceof ValueType.ListOf(var element)) {
      if (!(value instanceof List<?> list)) return Optional.empty();
      var fitted = list.stream().map(each -> fit(element, each)).toList();
      if (fitted.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
      return Optional.of(fitted.stream().map(Optional::get).toList());
    }
    if (type.equals(ValueType.ANY)) return Optional.of(value);
    if (type.equals(ValueType.MAP)) return Optional.of(value).filter(Map.class::isInstance);
    if (type.equals(ValueType.BOOLEAN)) return bool(value);
    if (type.equals(ValueType.INT)) return whole(value);
    if (type.equals(ValueType.NUMBER)) return number(value);
    if (!(value instanceof String text)) return Optional.empty();
    return type.equals(ValueType.DATE) && !isDate(text) ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Object> bool(Object value) {
    if (value instanceof Boolean) return Optional.of(value);
    if (value.equals("true")) return Optional.of(true);
    return value.equals("false") ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Object> whole(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return Optional.of(((Number) value).longValue());
    }
    if (!(value instanceof String text)) return Optional.empty();
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  private static Optional<Object> number(Object value) {
    if (value instanceof Number number) return Optional.of(number.doubleValue());
    if (!(value instanceof String text)) return Optional.empty();
    try {
      var number = Double.parseDouble(text);
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notNumber) {
      return Optional.empty();
    }
  }

  private static boolean isDate(String text) {
    if (text.isEmpty()) return true;
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException notDate) {
      return false;
    }
  }
}
