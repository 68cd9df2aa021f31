package outturn.cli.openslo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Node;

/// Makes services of OpenSLO v1, and tells of each document what was lost.
final class SloReader {
  private final Map<String, Look> indicators = new HashMap<>();
  private final Map<String, Map<String, Object>> services = new LinkedHashMap<>();
  private final Map<String, List<Map<String, Object>>> outputs = new LinkedHashMap<>();
  private final List<Report> reports = new ArrayList<>();

  private SloReader() {}

  /// @param services documents of ours
  record Read(List<Map<String, Object>> services, List<Report> reports) {}

  static Read of(List<Node> documents) {
    var reader = new SloReader();
    var looks = documents.stream().map(Look::at).toList();
    looks.stream().filter(each -> is(each, "SLI")).forEach(reader::indicator);
    looks.stream().filter(each -> is(each, "Service")).forEach(reader::service);
    looks.forEach(reader::document);
    return new Read(reader.documents(), reader.reports);
  }

  private static boolean is(Look document, String kind) {
    return document.in("kind").text().equals(kind)
        && document.in("apiVersion").text().equals(SloWriter.VERSION);
  }

  /// A service of outputs is one document, also if nobody described the service.
  private List<Map<String, Object>> documents() {
    var all = new ArrayList<Map<String, Object>>();
    outputs.keySet().forEach(name -> services.computeIfAbsent(name, SloReader::named));
    services.forEach((name, service) -> {
      var whole = new LinkedHashMap<>(service);
      whole.remove("tell");
      if (outputs.containsKey(name)) whole.put("outputs", outputs.get(name));
      if (service.containsKey("tell")) whole.put("tell", service.get("tell"));
      all.add(whole);
    });
    return all;
  }

  private static Map<String, Object> named(String name) {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("kind", "service");
    service.put("name", name);
    return service;
  }

  private void indicator(Look document) {
    indicators.put(document.in("metadata", "name").text(), document.in("spec"));
  }

  private void document(Look document) {
    var kind = document.in("kind").text();
    var name = document.in("metadata", "name").text();
    if (!document.in("apiVersion").text().equals(SloWriter.VERSION)) {
      refuse(document, "expected apiVersion: " + SloWriter.VERSION);
      return;
    }
    switch (kind) {
      case "Service" -> {}
      case "SLI" -> reports.add(Report.of(document.line(), kind, name, List.of()));
      case "SLO" -> slo(document);
      case "AlertPolicy", "AlertCondition", "AlertNotificationTarget" ->
          refuse(
              document,
              "has no place here: who is told is said by tell: of a service, and notify:");
      case "DataSource" ->
          refuse(document, "has no place here: a measure names its source, through a connection");
      default ->
          refuse(
              document,
              "is not known; expected Service, SLO, SLI, DataSource or one of the kinds of alerts");
    }
  }

  private void refuse(Look document, String why) {
    reports.add(
        new Report(
            document.line(),
            document.in("kind").text(),
            document.in("metadata", "name").text(),
            Report.Outcome.REFUSED,
            List.of(why)));
  }

  private void service(Look document) {
    var remarks = new ArrayList<String>();
    var metadata = document.in("metadata");
    var name = name(metadata.in("name").text(), remarks);
    var service = named(name);
    metadata.in("displayName").find().ifPresent(title -> service.put("title", title));
    var annotations = metadata.in("annotations");
    annotations.in(Annotations.OWNER).find().ifPresent(owner -> service.put("owner", owner));
    annotations
        .in(Annotations.TELL)
        .find()
        .ifPresent(text ->
            Annotations.told(text)
                .ifPresentOrElse(
                    tell -> service.put("tell", tell),
                    () -> remarks.add(Annotations.TELL + " is not as we write it")));
    var description = document.in("spec", "description").find();
    if (description.filter(text -> !text.equals(service.get("title"))).isPresent()) {
      if (service.containsKey("title")) remarks.add("its description is left out");
      else service.put("title", description.get());
    }
    others(metadata, remarks);
    services.put(name, service);
    reports.add(Report.of(document.line(), "Service", name, remarks));
  }

  private void slo(Look document) {
    var owner = document.in("spec", "service").find();
    if (owner.isEmpty()) {
      refuse(document, "names no service under spec");
      return;
    }
    var remarks = new ArrayList<String>();
    var metadata = document.in("metadata");
    var own = metadata.in("annotations", Annotations.OUTPUT).find();
    var name = name(own.orElseGet(() -> metadata.in("name").text()), remarks);
    var slo = new SloTranslation(document, this::indicatorOf, remarks);
    others(metadata, remarks);
    var service = name(owner.get(), new ArrayList<>());
    outputs.computeIfAbsent(service, _ -> new ArrayList<>()).add(slo.output(name));
    reports.add(Report.of(document.line(), "SLO", service + "/" + name, remarks));
  }

  private Optional<Look> indicatorOf(String reference) {
    return Optional.ofNullable(indicators.get(reference));
  }

  private static void others(Look metadata, List<String> remarks) {
    if (metadata.in("labels").isThere()) remarks.add("its labels are left out");
    var annotations = new ArrayList<>(metadata.in("annotations").names());
    annotations.removeAll(Annotations.ALL);
    if (!annotations.isEmpty()) {
      remarks.add("its annotations %s are left out".formatted(String.join(", ", annotations)));
    }
  }

  /// A name as we allow it.
  private static String name(String text, List<String> remarks) {
    var plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    var name = plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(63, plain.length()));
    if (!name.equals(text)) remarks.add("named '%s' here, it was '%s'".formatted(name, text));
    return name;
  }
}
