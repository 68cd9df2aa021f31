package outturn.cli.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A JSON object by its fields; one that is absent and one that is null are the same.
public record Fields(JsonNode json) {

  /// A text, or a number or truth value as text; empty when absent.
  public String text(String name) {
    return find(name).orElse("");
  }

  public Optional<String> find(String name) {
    var value = json.path(name);
    return value.isNull() ? Optional.empty() : value.asStringOpt();
  }

  public Optional<Double> number(String name) {
    var value = json.path(name);
    return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
  }

  /// A whole number, 0 when absent.
  public int count(String name) {
    return json.path(name).asInt(0);
  }

  public boolean isTrue(String name) {
    return json.path(name).asBoolean(false);
  }

  public Optional<Instant> instant(String name) {
    return find(name).map(Instant::parse);
  }

  /// An object; one without fields when absent.
  public Fields object(String name) {
    return new Fields(json.path(name));
  }

  public boolean has(String name) {
    return !json.path(name).isMissingNode() && !json.path(name).isNull();
  }

  /// The objects of a list.
  public List<Fields> list(String name) {
    return json.path(name).values().stream().map(Fields::new).toList();
  }

  /// The texts of a list.
  public List<String> texts(String name) {
    return json.path(name).values().stream().map(each -> each.asString("")).toList();
  }

  /// The numbers of a list, `NaN` for null.
  public double[] numbers(String name) {
    return json.path(name).values().stream()
        .mapToDouble(each -> each.isNumber() ? each.doubleValue() : Double.NaN)
        .toArray();
  }
}
