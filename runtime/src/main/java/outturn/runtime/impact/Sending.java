package outturn.runtime.impact;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import outturn.definition.notify.Channel;
import outturn.definition.notify.Target;
import outturn.definition.text.Nearest;
import outturn.runtime.project.InForce;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.StatementLetter.Fate;
import outturn.store.outcome.StatementLetters;

/// The impact statements that were mailed, and the wish to mail one.
public final class Sending {
  private static final int MOST_TOLD = 20;

  private final InForce inForce;
  private final EvidenceRecords evidence;
  private final StatementLetters letters;
  private final Supplier<Map<String, Channel>> channels;
  private final InstantSource clock;

  /// @param channels of all projects, by name
  public Sending(
      InForce inForce,
      EvidenceRecords evidence,
      StatementLetters letters,
      Supplier<Map<String, Channel>> channels,
      InstantSource clock) {
    this.inForce = inForce;
    this.evidence = evidence;
    this.letters = letters;
    this.channels = channels;
    this.clock = clock;
  }

  /// What came of a wish to send.
  public sealed interface Answer {
    /// @param version of the evidence
    /// @param to who gets it
    record Done(int version, String channel, List<String> to) implements Answer {}

    record NoSuchOutcome() implements Answer {}

    /// @param why with what to do
    record Refused(String why) implements Answer {}
  }

  /// The letters of an outcome, newest first.
  public List<Fate> history(String outcome) {
    return letters.history(outcome, MOST_TOLD);
  }

  /// Sends the statement of the newest evidence of an outcome.
  ///
  /// @param wanted the channel; that of the outcome's analysis if it is not named
  public Answer send(String name, Optional<String> wanted, String user) {
    var entry = inForce.outcome(name);
    if (entry.isEmpty()) return new Answer.NoSuchOutcome();
    var newest = evidence.newest(name);
    if (newest.isEmpty()) {
      return new Answer.Refused(
          "nothing was found of outcome '%s' yet that could be sent: its analysis runs on its review date"
              .formatted(name));
    }
    var channel = wanted.or(() -> entry.get().value().appraisal().mail());
    if (channel.isEmpty()) {
      return new Answer.Refused(
          "the outcome '%s' names no channel: say which, or write mail: CHANNEL under its analysis:"
              .formatted(name));
    }
    var known = channels.get();
    var found = Optional.ofNullable(known.get(channel.get())).map(Channel::target);
    if (found.orElse(null) instanceof Target.Mail mail) {
      letters.ask(newest.get(), channel.get(), user, clock.instant());
      return new Answer.Done(newest.get().version(), channel.get(), mail.to());
    }
    return new Answer.Refused(noMail(known, channel.get()));
  }

  private static String noMail(Map<String, Channel> known, String name) {
    var mails =
        known.values().stream()
            .filter(each -> each.target() instanceof Target.Mail)
            .map(Channel::name)
            .sorted()
            .toList();
    var what =
        known.containsKey(name)
            ? "the channel '%s' is not one of mail".formatted(name)
            : "there is no channel '%s'".formatted(name);
    return what + "; " + Nearest.hint(name, mails);
  }
}
