package outturn.runtime.impact;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.notify.Channel;
import outturn.definition.notify.Target;
import outturn.outcome.onepage.OnePage;
import outturn.runtime.notify.Carriers;
import outturn.runtime.notify.Enclosure;
import outturn.store.notify.Message;
import outturn.store.outcome.StatementLetter.Due;
import outturn.store.outcome.StatementLetters;

/// Mails impact statements, one after the other: in plain text, with the page as PDF.
///
/// What a letter tells is the evidence, the values and the signatures of the instant in which it
/// was wanted, so that it is the same letter at each try.
public final class StatementPost {
  private static final Logger LOG = LoggerFactory.getLogger(StatementPost.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 10;

  private final OnePages pages;
  private final Function<OnePage, Printed> press;
  private final StatementLetters letters;
  private final Ways ways;
  private final BooleanSupplier held;
  private final InstantSource clock;

  /// A statement on paper.
  public record Printed(String subject, String text, Enclosure file) {}

  /// How letters leave.
  ///
  /// @param channels by name
  public record Ways(Function<String, Optional<Channel>> channels, Carriers carriers) {}

  /// @param press makes the text and the PDF of a page
  public StatementPost(
      OnePages pages,
      Function<OnePage, Printed> press,
      StatementLetters letters,
      Ways ways,
      BooleanSupplier held,
      InstantSource clock) {
    this.pages = pages;
    this.press = press;
    this.letters = letters;
    this.ways = ways;
    this.held = held;
    this.clock = clock;
  }

  /// Sends what is due.
  public void step() throws InterruptedException {
    while (!held.getAsBoolean()) {
      var due = letters.claim(clock.instant(), LEASE);
      if (due.isEmpty()) return;
      send(due.get());
    }
  }

  private void send(Due due) throws InterruptedException {
    var letter = due.letter();
    var channel = ways.channels().apply(letter.channel());
    if (channel.isEmpty() || !(channel.get().target() instanceof Target.Mail mail)) {
      failed(
          due,
          "there is no channel of mail '%s' any more; name another one under mail: of the analysis, or: outturn outcome send %s --mail CHANNEL"
              .formatted(letter.channel(), letter.outcome()));
      return;
    }
    Optional<Printed> printed;
    try {
      printed = pages.find(letter.outcome(), letter.version(), letter.at()).map(press);
    } catch (RuntimeException unprinted) {
      failed(due, "the statement could not be made: " + unprinted);
      return;
    }
    if (printed.isEmpty()) {
      failed(due, "there is no outcome '%s' any more".formatted(letter.outcome()));
      return;
    }
    var message = message(due, printed.get());
    var error = ways.carriers().letter(mail, message, printed.get().file());
    if (error.isPresent()) {
      failed(due, error.get());
    } else {
      letters.sent(letter, List.copyOf(mail.to()), clock.instant());
    }
  }

  private static Message message(Due due, Printed printed) {
    var letter = due.letter();
    var said =
        new Message.Said(
            StatementMail.subject(letter, printed.subject()),
            StatementMail.text(letter, printed.text()),
            Map.of());
    return new Message(
        0, letter.id(), letter.channel(), said, letter.at(), due.tries(), Instant.MAX);
  }

  private void failed(Due due, String error) {
    LOG.warn("impact statement of {}, try {}: {}", due.letter().outcome(), due.tries(), error);
    if (due.tries() >= MOST_TRIES) {
      letters.givenUp(due.letter(), error);
    } else {
      letters.failed(due.letter(), error, clock.instant().plus(pause(due.tries())));
    }
  }

  /// It is three times as long with each try: ten tries take a day and some hours.
  static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy((long) Math.pow(3, tries - 1));
  }
}
