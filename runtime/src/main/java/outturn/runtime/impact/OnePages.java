package outturn.runtime.impact;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import outturn.outcome.onepage.Kept;
import outturn.outcome.onepage.Material;
import outturn.outcome.onepage.Measured;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.Signature;
import outturn.outcome.terms.Sha256;
import outturn.runtime.outcome.Adoption;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.store.json.Json;
import outturn.store.outcome.Signature.Capacity;

/// The one-page impact statements of the outcomes in force.
///
/// What is told is the review that is kept last, read from what is known now, so that its
/// signatures stand under it as long as it is the same; before any review, what can be read today.
public final class OnePages {
  private final Outcomes outcomes;
  private final Impacts impacts;
  private final Signing signing;
  private final Adoption adoption;
  private final Gates gates;
  private final InstantSource clock;

  public OnePages(
      Outcomes outcomes,
      Impacts impacts,
      Signing signing,
      Adoption adoption,
      Gates gates,
      InstantSource clock) {
    this.outcomes = outcomes;
    this.impacts = impacts;
    this.signing = signing;
    this.adoption = adoption;
    this.gates = gates;
    this.clock = clock;
  }

  /// As of now.
  public Optional<OnePage> find(String name) {
    var now = clock.instant();
    var newest = signing.history(name).stream().findFirst();
    if (newest.isEmpty()) return find(name, now);
    return outcomes
        .find(name, now)
        .map(entry -> impacts.read(entry, newest.get().evidence().review()))
        .map(read -> page(read, now, Optional.of(kept(newest.get(), read))));
  }

  /// Evidence that was kept, from what was known at an instant, with the signatures of then.
  public Optional<OnePage> find(String name, int version, Instant asOf) {
    var kept =
        signing.history(name).stream()
            .filter(each -> each.evidence().version() == version)
            .findFirst();
    if (kept.isEmpty()) return Optional.empty();
    return outcomes
        .find(name, asOf)
        .map(entry -> impacts.read(entry, kept.get().evidence().review()))
        .map(read -> page(read, asOf, Optional.of(kept(kept.get().until(asOf), read))));
  }

  /// As it is defined now, from what was known at an instant; of no review that is kept.
  public Optional<OnePage> find(String name, Instant asOf) {
    return impacts.find(name, asOf).map(read -> page(read, asOf, Optional.empty()));
  }

  private OnePage page(Impacts.Read read, Instant asOf, Optional<Kept> kept) {
    var outcome = read.outcome().value();
    return OnePage.of(
        new Material(
            outcome,
            read.measured().stream()
                .map(each -> new Measured(each.position(), each.finding()))
                .toList(),
            read.registration(),
            adoption.of(outcome.outcome().levers(), asOf),
            kept,
            gates.of(read.outcome()).sentence()));
  }

  private static Kept kept(Signing.Kept newest, Impacts.Read read) {
    var evidence = newest.evidence();
    return new Kept(
        evidence.version(),
        evidence.review(),
        evidence.hash(),
        Sha256.of(Json.encode(read.json())),
        signatures(newest));
  }

  private static List<Signature> signatures(Signing.Kept newest) {
    return newest.signatures().stream()
        .map(each ->
            new Signature(
                capacity(each.capacity()),
                each.who(),
                LocalDate.ofInstant(each.at(), ZoneOffset.UTC)))
        .toList();
  }

  private static Signature.Capacity capacity(Capacity capacity) {
    return switch (capacity) {
      case OWNER -> Signature.Capacity.OWNER;
      case ANALYST -> Signature.Capacity.ANALYST;
    };
  }
}
