package outturn.cli.openslo;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.service.Window;

/// Makes an output of one `SLO`.
final class SloTranslation {
  private static final int PERCENT = 2;
  private static final Map<String, String> CALENDAR =
      Map.of("1M", "month", "1Q", "quarter", "1Y", "year");

  private final Look metadata;
  private final Look spec;
  private final Function<String, Optional<Look>> indicators;
  private final List<String> remarks;
  private final Map<String, Object> output = new LinkedHashMap<>();

  /// @param indicators of the same file, by name
  /// @param remarks what is lost is added to
  SloTranslation(Look document, Function<String, Optional<Look>> indicators, List<String> remarks) {
    this.metadata = document.in("metadata");
    this.spec = document.in("spec");
    this.indicators = indicators;
    this.remarks = remarks;
  }

  Map<String, Object> output(String name) {
    output.put("name", name);
    output.put("promise", promise(name));
    kept();
    target();
    window();
    serves();
    var method = spec.in("budgetingMethod").text();
    if (!method.equals("Occurrences")) {
      remarks.add(
          "budgetingMethod %s: here occasions are counted, one for each business date or period"
              .formatted(method.isEmpty() ? "is not said" : method));
    }
    if (!spec.in("alertPolicies").items().isEmpty()) {
      remarks.add("its alert policies are left out: say tell: in the service, or notify:");
    }
    return output;
  }

  private String promise(String name) {
    return spec.in("description").find().or(() -> metadata.in("displayName").find()).orElse(name);
  }

  private Look indicator() {
    var reference = spec.in("indicatorRef").find();
    if (reference.isEmpty()) return spec.in("indicator", "spec");
    return indicators
        .apply(reference.get())
        .orElseGet(() -> {
          remarks.add("there is no SLI '%s' in this file".formatted(reference.get()));
          return new Look(Optional.empty());
        });
  }

  private void kept() {
    var indicator = indicator();
    var deadline = indicator.in("ratioMetric", "good", "metricSource");
    var measure = indicator.in("thresholdMetric", "metricSource");
    var objective = first();
    if (isOurs(deadline)) {
      var of = deadline.in("spec");
      output.put("deadline", of.in("workflow").text() + "/" + of.in("deadline").text());
    } else if (isOurs(measure) && objective.in("op").text().equals("gte")) {
      output.put("measure", measure.in("spec", "measure").text());
      output.put("atLeast", number(objective.in("value").text()).orElse(BigDecimal.ZERO));
    } else {
      remarks.add(
          "how it is kept is not translated (%s): name a deadline, or a measure and atLeast"
              .formatted(told(indicator)));
    }
  }

  private static boolean isOurs(Look source) {
    return source.in("type").text().equals(SloWriter.SOURCE) && source.in("spec").isThere();
  }

  /// `ratioMetric of Prometheus`
  private static String told(Look indicator) {
    if (indicator.names().isEmpty()) return "there is no indicator";
    var metric = indicator.names().getFirst();
    var sources =
        List.of(
            indicator.in(metric, "metricSource"),
            indicator.in(metric, "good", "metricSource"),
            indicator.in(metric, "bad", "metricSource"),
            indicator.in(metric, "total", "metricSource"));
    return sources.stream()
        .flatMap(source -> source.in("type").find().stream())
        .findFirst()
        .map(type -> metric + " of " + type)
        .orElse(metric);
  }

  private Look first() {
    var all = spec.in("objectives").items();
    return all.isEmpty() ? new Look(Optional.empty()) : all.getFirst();
  }

  private void target() {
    var all = spec.in("objectives").items();
    if (all.size() > 1) {
      remarks.add("of %d objectives the first is taken".formatted(all.size()));
    }
    if (first().in("compositeWeight").isThere()) remarks.add("its weight is left out");
    if (metadata.in("annotations", Annotations.TARGET).text().equals(Annotations.NONE)) return;
    var share = number(first().in("target").text()).map(each -> each.movePointRight(PERCENT));
    var percent = share.or(() -> number(first().in("targetPercent").text()));
    if (percent.isEmpty()) {
      remarks.add("its objective has no target");
      return;
    }
    output.put("target", percent.get().stripTrailingZeros().toPlainString() + "%");
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException otherwise) {
      return Optional.empty();
    }
  }

  private void window() {
    var own = metadata.in("annotations", Annotations.WINDOW).find();
    if (own.isPresent()) {
      if (!own.get().equals(Annotations.NONE)) output.put("window", own.get());
      return;
    }
    var all = spec.in("timeWindow").items();
    if (all.isEmpty()) {
      remarks.add("it has no time window: 30 days are taken");
      return;
    }
    var duration = all.getFirst().in("duration").text();
    var isRolling = all.getFirst().in("isRolling").text().equals("true");
    var calendar = Optional.ofNullable(isRolling ? null : CALENDAR.get(duration));
    var window = calendar.or(() -> Window.read(days(duration)).map(Window::text));
    if (window.isEmpty()) {
      remarks.add("the time window '%s' has no place: 30 days are taken".formatted(duration));
      return;
    }
    if (!isRolling && calendar.isEmpty()) {
      remarks.add("the calendar window %s became a rolling one".formatted(duration));
    } else if (!window.get().equals(duration) && isRolling) {
      remarks.add("the time window %s became %s".formatted(duration, window.get()));
    }
    output.put("window", window.get());
  }

  /// Rolling months, quarters and years as days.
  private static String days(String duration) {
    return switch (duration) {
      case "1M" -> "30d";
      case "1Q" -> "90d";
      case "1Y" -> "365d";
      default -> duration;
    };
  }

  private void serves() {
    metadata
        .in("annotations", Annotations.SERVES)
        .find()
        .ifPresent(text ->
            Annotations.edges(text)
                .ifPresentOrElse(
                    edges -> output.put("serves", edges),
                    () -> remarks.add(Annotations.SERVES + " is not as we write it")));
  }
}
