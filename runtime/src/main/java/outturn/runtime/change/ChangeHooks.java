package outturn.runtime.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.expression.Scope;
import outturn.runtime.change.Announced.Happened;
import outturn.runtime.change.Announced.Ignored;
import outturn.runtime.event.Signature;
import outturn.runtime.event.Unfit;
import outturn.runtime.project.InForce;
import outturn.store.change.RecordedChange;
import outturn.store.change.RecordedChange.Origin;

/// Webhooks by which programs tell of releases and deployments. The secret of the webhook `shop` is
/// named `change-hook-shop`.
public final class ChangeHooks {
  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final String TOKEN = "X-Gitlab-Token";
  private static final String USUALLY = "production";
  private static final int LONGEST_TITLE = 200;

  private final InForce inForce;
  private final Changes changes;
  private final Function<String, Optional<String>> secrets;
  private final InstantSource clock;

  /// @param secrets finds one by its name as expressions write it
  public ChangeHooks(
      InForce inForce,
      Changes changes,
      Function<String, Optional<String>> secrets,
      InstantSource clock) {
    this.inForce = inForce;
    this.changes = changes;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What the webhook's address says.
  ///
  /// @param affects measures
  /// @param environment of the deployments that count
  public record Hook(String name, List<String> affects, String environment) {
    public Hook {
      affects = List.copyOf(affects);
    }

    public String secret() {
      return "change-hook-" + name;
    }

    /// What the address says beside the name; empty when it says nothing. Senders sign the body
    /// alone, so that the key is made of this: a key that was made for one address is of no use at
    /// another.
    public Optional<String> terms() {
      if (affects.isEmpty() && environment.equals(USUALLY)) return Optional.empty();
      return Optional.of(
          "affects=%s&environment=%s".formatted(String.join(",", affects), environment));
    }

    private String key(String secret) {
      return terms().map(terms -> Signature.hex(terms, secret)).orElse(secret);
    }
  }

  /// What came of it.
  public sealed interface Taken {
    record Recorded(RecordedChange change) implements Taken {}

    record NotOne(String why) implements Taken {}
  }

  /// Whether the request is signed with the webhook's key, or carries it, as GitLab does: the
  /// secret, or what is made of it for an address that says more than the name.
  ///
  /// @param headers finds one by name
  public boolean signed(Hook hook, Function<String, Optional<String>> headers, byte[] body) {
    var key = secrets.apply(Scope.identifier(hook.secret())).map(hook::key);
    if (key.isEmpty()) return false;
    if (headers.apply(SIGNATURE).isPresent()) {
      return Signature.matches(headers.apply(SIGNATURE).get(), body, key.get());
    }
    return headers
        .apply(TOKEN)
        .filter(token -> MessageDigest.isEqual(bytes(token), bytes(key.get())))
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Takes a request whose sender may send it.
  ///
  /// @throws Unfit when it does not say what is needed
  public Taken take(Hook hook, Announced.Sender sender, Object body) {
    return switch (Announcements.read(sender, body, hook.environment())) {
      case Ignored(var why) -> new Taken.NotOne(why);
      case Happened happened -> new Taken.Recorded(record(hook, happened));
    };
  }

  /// What a person has said of it since, holds.
  private RecordedChange record(Hook hook, Happened happened) {
    var affects =
        Stream.concat(hook.affects().stream(), happened.affects().stream()).distinct().toList();
    var change =
        new Change(
            name(hook, happened),
            shortened(happened.title()),
            happened.when().day(zone(affects)),
            happened.type(),
            affects);
    var latest = changes.history(change.name()).stream().findFirst();
    if (latest.filter(each -> each.origin().way().equals(Origin.PERSON)).isPresent()) {
      return latest.get();
    }
    var way = "hook " + hook.name();
    return switch (changes.told(change, "", new Origin(way, way, clock.instant()))) {
      case Changes.Answer.Done<RecordedChange>(var recorded) -> recorded;
      case Changes.Answer.Refused<RecordedChange>(var why) -> throw new Unfit(why);
      case Changes.Answer.NotThere<RecordedChange>(var why) -> throw new Unfit(why);
    };
  }

  private static String name(Hook hook, Happened happened) {
    var id = happened.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "%s-%s".formatted(hook.name(), id);
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
  }

  /// A time is of the day that it has where the first measure is observed.
  private ZoneId zone(List<String> affects) {
    return affects.stream()
        .flatMap(name -> inForce.measure(name).stream())
        .map(entry -> entry.value().rhythm().timezone())
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }
}
