package outturn.runtime.impact;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Outcome;
import outturn.outcome.step.People;
import outturn.runtime.project.InForce;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.KeptEvidence;
import outturn.store.outcome.Signature;
import outturn.store.outcome.Signature.Capacity;

/// The evidence that is kept of outcomes, and its signatures: one of the owner, from the business,
/// and one of an analyst, who is somebody else.
public final class Signing {
  private final InForce inForce;
  private final EvidenceRecords evidence;
  private final InstantSource clock;

  public Signing(InForce inForce, EvidenceRecords evidence, InstantSource clock) {
    this.inForce = inForce;
    this.evidence = evidence;
    this.clock = clock;
  }

  /// Evidence, with its signatures.
  public record Kept(KeptEvidence evidence, List<Signature> signatures) {

    /// With the signatures that were there at an instant.
    Kept until(Instant at) {
      var before = signatures.stream().filter(each -> !each.at().isAfter(at)).toList();
      return new Kept(evidence, before);
    }
  }

  /// What came of a wish to sign.
  public sealed interface Answer {
    record Done(Signature signature) implements Answer {}

    record NoSuchOutcome() implements Answer {}

    /// @param why with what to do
    record Refused(String why) implements Answer {}
  }

  /// All versions, newest first.
  public List<Kept> history(String outcome) {
    return evidence.history(outcome).stream()
        .map(each -> new Kept(each, evidence.signatures(each.hash())))
        .toList();
  }

  /// Signs the newest evidence of an outcome.
  ///
  /// @param read the hash of the evidence that the user has read
  public Answer sign(String name, Capacity capacity, String user, String comment, String read) {
    var entry = inForce.outcome(name);
    if (entry.isEmpty()) return new Answer.NoSuchOutcome();
    var newest = evidence.history(name).stream().findFirst();
    if (newest.isEmpty()) {
      return new Answer.Refused(
          "nothing was found of outcome '%s' yet that could be signed: its analysis runs on its review date"
              .formatted(name));
    }
    var refusal = refusal(entry.get(), newest.get(), capacity, user, read);
    if (refusal.isPresent()) return new Answer.Refused(refusal.get());
    return evidence
        .sign(
            newest.get(),
            capacity,
            user,
            comment.strip(),
            clock.instant(),
            entry.get().value().appraisal().mail())
        .<Answer>map(Answer.Done::new)
        .orElseGet(() -> new Answer.Refused(taken(newest.get(), capacity, user)));
  }

  private Optional<String> refusal(
      InForce.Entry<Outcome> entry,
      KeptEvidence newest,
      Capacity capacity,
      String user,
      String read) {
    if (!newest.hash().startsWith(read)) {
      return Optional.of(
          "the newest evidence has the hash %s, not %s: read it again"
              .formatted(newest.hash(), read));
    }
    return switch (capacity) {
      case OWNER -> notOwner(entry, user);
      case ANALYST -> Optional.empty();
    };
  }

  private Optional<String> notOwner(InForce.Entry<Outcome> entry, String user) {
    var owner = entry.value().about().owner();
    var people = new People(inForce.project(entry.version()).groups().all());
    if (people.isOwner(user, owner)) return Optional.empty();
    return Optional.of(
        "%s is not the owner of outcome '%s', who is %s; let one of its members sign, or add %s under members: of the group %s"
            .formatted(user, entry.name(), owner, user, owner));
  }

  private String taken(KeptEvidence newest, Capacity capacity, String user) {
    return evidence.signatures(newest.hash()).stream()
        .filter(each -> each.capacity() == capacity)
        .findFirst()
        .map(each ->
            "%s has signed as %s already, on %s"
                .formatted(each.who(), capacity.word(), each.at().toString().substring(0, 10)))
        .orElse(
            "%s has signed in the other capacity already: owner and analyst are two people"
                .formatted(user));
  }
}
