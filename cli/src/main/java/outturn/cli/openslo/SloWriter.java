package outturn.cli.openslo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.definition.service.Service.Output;
import outturn.definition.service.Window;

/// Writes a service as OpenSLO v1: a `Service`, and an `SLO` for each output that says how it is
/// kept. What OpenSLO has no place for goes into annotations.
public final class SloWriter {
  static final String VERSION = "openslo/v1";
  static final String SOURCE = "outturn";

  private static final int PERCENT = 2;

  private final Service service;
  private final Function<String, String> zones;

  private SloWriter(Service service, Function<String, String> zones) {
    this.service = service;
    this.zones = zones;
  }

  /// What was written, and what was not.
  ///
  /// @param left outputs that say no deadline and no measure, so that there is nothing to be judged
  public record Written(String yaml, List<String> left) {}

  /// @param zones of workflows, by name
  public static Written of(Service service, Function<String, String> zones) {
    var writer = new SloWriter(service, zones);
    var documents = new ArrayList<String>();
    documents.add(YamlTree.document(writer.service()));
    var left = new ArrayList<String>();
    for (var output : service.outputs()) {
      if (output.kept().isPresent()) {
        documents.add(YamlTree.document(writer.slo(output, output.kept().get())));
      } else {
        left.add(output.name());
      }
    }
    return new Written(String.join("---\n", documents), left);
  }

  private static Map<String, Object> document(String kind) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", VERSION);
    document.put("kind", kind);
    return document;
  }

  private Map<String, Object> service() {
    var document = document("Service");
    Map<String, Object> annotations = new LinkedHashMap<>();
    service.owner().ifPresent(owner -> annotations.put(Annotations.OWNER, owner));
    service.tell().ifPresent(tell -> annotations.put(Annotations.TELL, Annotations.tell(tell)));
    document.put("metadata", metadata(service.name(), service.title(), annotations));
    document.put("spec", Map.of("description", service.title()));
    return document;
  }

  private static Map<String, Object> metadata(
      String name, String title, Map<String, Object> annotations) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("displayName", title);
    if (!annotations.isEmpty()) metadata.put("annotations", annotations);
    return metadata;
  }

  private Map<String, Object> slo(Output output, Kept kept) {
    var document = document("SLO");
    var name = service.name() + "-" + output.name();
    document.put("metadata", metadata(name, output.promise(), annotations(output)));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("description", output.promise());
    spec.put("service", service.name());
    spec.put("indicator", indicator(name, kept));
    spec.put("timeWindow", List.of(window(output, kept)));
    spec.put("budgetingMethod", "Occurrences");
    spec.put("objectives", List.of(objective(output, kept)));
    document.put("spec", spec);
    return document;
  }

  private static Map<String, Object> annotations(Output output) {
    Map<String, Object> annotations = new LinkedHashMap<>();
    annotations.put(Annotations.OUTPUT, output.name());
    if (output.target().isEmpty()) annotations.put(Annotations.TARGET, Annotations.NONE);
    var window = output.window().map(Window::text);
    if (window.isEmpty() || window.get().endsWith("s")) {
      annotations.put(Annotations.WINDOW, window.orElse(Annotations.NONE));
    }
    if (!output.serves().isEmpty()) {
      annotations.put(Annotations.SERVES, Annotations.serves(output.serves()));
    }
    return annotations;
  }

  private static Map<String, Object> indicator(String name, Kept kept) {
    Map<String, Object> indicator = new LinkedHashMap<>();
    indicator.put("metadata", Map.of("name", name));
    indicator.put(
        "spec",
        switch (kept) {
          case Kept.ByDeadline(var workflow, var deadline) -> ratio(workflow, deadline);
          case Kept.ByMeasure(var measure, _) ->
              Map.of("thresholdMetric", source(Map.of("measure", measure)));
        });
    return indicator;
  }

  /// Business dates on which the deadline was met, of all on which it was due.
  private static Map<String, Object> ratio(String workflow, String deadline) {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("counter", false);
    metric.put("good", source(counted(workflow, deadline, "met")));
    metric.put("total", source(counted(workflow, deadline, "due")));
    return Map.of("ratioMetric", metric);
  }

  private static Map<String, Object> counted(String workflow, String deadline, String count) {
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("workflow", workflow);
    counted.put("deadline", deadline);
    counted.put("count", count);
    return counted;
  }

  private static Map<String, Object> source(Map<String, Object> spec) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("type", SOURCE);
    source.put("spec", spec);
    return Map.of("metricSource", source);
  }

  private Map<String, Object> window(Output output, Kept kept) {
    Map<String, Object> window = new LinkedHashMap<>();
    switch (output.window().orElse(Window.usual())) {
      case Window.Rolling rolling -> {
        window.put("duration", rolling(rolling));
        window.put("isRolling", true);
      }
      case Window.Calendar(var unit) -> {
        window.put(
            "duration",
            switch (unit) {
              case MONTH -> "1M";
              case QUARTER -> "1Q";
              case YEAR -> "1Y";
            });
        window.put("isRolling", false);
        Map<String, Object> calendar = new LinkedHashMap<>();
        calendar.put("startTime", "2020-01-01 00:00:00");
        calendar.put("timeZone", zone(kept));
        window.put("calendar", calendar);
      }
    }
    return window;
  }

  /// OpenSLO counts no seconds: these are rounded up.
  private static String rolling(Window.Rolling rolling) {
    var text = rolling.text();
    if (!text.endsWith("s")) return text;
    var minutes = rolling.length().plus(Duration.ofMinutes(1)).minusMillis(1).toMinutes();
    return Math.max(1, minutes) + "m";
  }

  private String zone(Kept kept) {
    return switch (kept) {
      case Kept.ByDeadline(var workflow, _) -> zones.apply(workflow);
      case Kept.ByMeasure _ -> "UTC";
    };
  }

  /// Without a target it is to be kept always, as the gauge takes it.
  private static Map<String, Object> objective(Output output, Kept kept) {
    Map<String, Object> objective = new LinkedHashMap<>();
    objective.put("displayName", output.promise());
    if (kept instanceof Kept.ByMeasure(_, var atLeast)) {
      objective.put("op", "gte");
      objective.put("value", atLeast);
    }
    var percent = BigDecimal.valueOf(output.target().orElse(100.0));
    objective.put("target", percent.movePointLeft(PERCENT).stripTrailingZeros());
    return objective;
  }
}
