package outturn.runtime.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.change.Change;
import outturn.runtime.change.Announced.Happened;
import outturn.runtime.change.Announced.Ignored;
import outturn.runtime.change.Announced.When;
import outturn.runtime.event.Unfit;

/// Reads announcements of releases and deployments: GitHub's events `release` and
/// `deployment_status`, GitLab's `Release Hook` and `Deployment Hook`, and a plain JSON form.
///
/// Shapes: GitHub, *Webhook events and payloads*; GitLab, *Webhook events*. Of releases those count
/// that are published, of deployments those that succeeded in one environment.
final class Announcements {
  /// GitLab writes `2021-04-28 21:50:00 +0200` and `2020-11-02 12:55:12 UTC`.
  private static final DateTimeFormatter GITLAB =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss ")
          .appendPattern("[z][xx]")
          .toFormatter(Locale.ROOT);

  private final Map<?, ?> body;
  private final String environment;

  private Announcements(Object body, String environment) {
    if (!(body instanceof Map<?, ?> map)) throw new Unfit("expected a JSON object");
    this.body = map;
    this.environment = environment;
  }

  /// @param environment of the deployments that count
  /// @throws Unfit when something is missing
  static Announced read(Announced.Sender sender, Object body, String environment) {
    var read = new Announcements(body, environment);
    if (sender.github().isPresent()) return read.github(sender.github().get());
    if (sender.gitlab().isPresent()) return read.gitlab(sender.gitlab().get());
    return read.plain();
  }

  private Announced github(String event) {
    return switch (event) {
      case "release" -> githubRelease();
      case "deployment_status" -> githubDeployment();
      default -> new Ignored("GitHub's event '%s' is no release or deployment".formatted(event));
    };
  }

  private Announced githubRelease() {
    var action = text(body, "action");
    if (!action.equals("published")) return new Ignored("the release is " + action);
    var release = object(body, "release");
    return new Happened(
        "release-" + text(release, "id"),
        "%s %s".formatted(text(object(body, "repository"), "name"), text(release, "tag_name")),
        time(release, "published_at", OffsetDateTime::parse),
        Change.Type.RELEASE,
        List.of());
  }

  private Announced githubDeployment() {
    var status = object(body, "deployment_status");
    var deployment = object(body, "deployment");
    var state = text(status, "state");
    if (!state.equals("success")) return new Ignored("the deployment is " + state);
    return find(deployment, "environment")
        .filter(place -> !place.equals(environment))
        .<Announced>map(this::elsewhere)
        .orElseGet(() ->
            new Happened(
                "deployment-" + text(deployment, "id"),
                "%s %s deployed"
                    .formatted(text(object(body, "repository"), "name"), text(deployment, "ref")),
                time(status, "created_at", OffsetDateTime::parse),
                Change.Type.RELEASE,
                List.of()));
  }

  private Announced gitlab(String event) {
    return switch (event) {
      case "Release Hook" -> gitlabRelease();
      case "Deployment Hook" -> gitlabDeployment();
      default -> new Ignored("GitLab's event '%s' is no release or deployment".formatted(event));
    };
  }

  private Announced gitlabRelease() {
    var action = text(body, "action");
    if (action.equals("delete")) return new Ignored("the release is deleted");
    return new Happened(
        "release-" + text(body, "id"),
        "%s %s".formatted(text(object(body, "project"), "name"), text(body, "tag")),
        time(body, "released_at", Announcements::gitlabTime),
        Change.Type.RELEASE,
        List.of());
  }

  private Announced gitlabDeployment() {
    var status = text(body, "status");
    if (!status.equals("success")) return new Ignored("the deployment is " + status);
    var place = text(body, "environment");
    if (!place.equals(environment)) return elsewhere(place);
    return new Happened(
        "deployment-" + text(body, "deployment_id"),
        "%s %s deployed".formatted(text(object(body, "project"), "name"), text(body, "ref")),
        time(body, "status_changed_at", Announcements::gitlabTime),
        Change.Type.RELEASE,
        List.of());
  }

  private Announced elsewhere(String place) {
    return new Ignored("it is deployed to %s, not to %s".formatted(place, environment));
  }

  /// `{"id": …, "title": …, "date": … or "at": …, "type": …, "affects": [ … ]}`
  private Announced plain() {
    var type =
        find(body, "type")
            .map(word ->
                Change.Type.of(word)
                    .orElseThrow(() ->
                        new Unfit(
                            "expected as 'type' a kind of change such as release or go-live, not '%s'"
                                .formatted(word))))
            .orElse(Change.Type.RELEASE);
    return new Happened(text(body, "id"), text(body, "title"), day(), type, affects());
  }

  private When day() {
    if (find(body, "date").isEmpty()) return time(body, "at", OffsetDateTime::parse);
    try {
      return new When.On(LocalDate.parse(text(body, "date")));
    } catch (DateTimeException notADate) {
      throw new Unfit(
          "expected as 'date' a day such as 2026-11-23, not '%s'".formatted(text(body, "date")));
    }
  }

  private List<String> affects() {
    var affects = body.get("affects");
    if (affects == null) return List.of();
    if (!(affects instanceof List<?> list)) {
      throw new Unfit("expected as 'affects' a list of the names of measures");
    }
    return list.stream().map(String::valueOf).toList();
  }

  private static OffsetDateTime gitlabTime(String text) {
    return text.contains("T")
        ? OffsetDateTime.parse(text)
        : OffsetDateTime.from(GITLAB.parse(text));
  }

  private static When time(Map<?, ?> map, String key, Function<String, OffsetDateTime> reader) {
    var text = text(map, key);
    try {
      return new When.At(reader.apply(text));
    } catch (DateTimeException notATime) {
      throw new Unfit(
          "expected as '%s' a time such as 2026-11-23T06:30:00Z, not '%s'".formatted(key, text));
    }
  }

  private static Map<?, ?> object(Map<?, ?> map, String key) {
    if (map.get(key) instanceof Map<?, ?> object) return object;
    throw new Unfit("expected an object '%s'".formatted(key));
  }

  private static String text(Map<?, ?> map, String key) {
    return find(map, key).orElseThrow(() -> new Unfit("expected a value '%s'".formatted(key)));
  }

  private static Optional<String> find(Map<?, ?> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
  }
}
