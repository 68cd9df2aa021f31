package outturn.runtime.survey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.notify.Target;
import outturn.definition.survey.Language;
import outturn.definition.survey.Survey;
import outturn.runtime.notify.Carriers;
import outturn.store.notify.Message;
import outturn.store.survey.Letter;
import outturn.store.survey.Letters;
import outturn.store.survey.Token;

/// Mails the links of surveys, one after the other. A link is made when its mail is sent and is
/// nowhere else.
public final class SurveyPost {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyPost.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_TRIES = 10;

  private final SurveysInForce surveys;
  private final Letters letters;
  private final Carriers carriers;
  private final BooleanSupplier held;
  private final InstantSource clock;

  public SurveyPost(
      SurveysInForce surveys,
      Letters letters,
      Carriers carriers,
      BooleanSupplier held,
      InstantSource clock) {
    this.surveys = surveys;
    this.letters = letters;
    this.carriers = carriers;
    this.held = held;
    this.clock = clock;
  }

  /// Sends what is due.
  public void step() throws InterruptedException {
    while (!held.getAsBoolean()) {
      var token = Token.make();
      var letter = letters.claim(token, clock.instant(), LEASE);
      if (letter.isEmpty()) return;
      settle(letter.get(), send(letter.get(), token));
    }
  }

  /// What went wrong, if something did.
  private Optional<String> send(Letter letter, Token token) throws InterruptedException {
    var survey = surveys.of(letter.wave());
    var channel = surveys.channel(survey, letter.wave());
    if (channel.isEmpty() || !(channel.get().target() instanceof Target.Mail mail)) {
      return Optional.of(
          "there is no channel of mail '%s' any more".formatted(survey.delivery().channel()));
    }
    var to = letter.to().address();
    var addressed = new Target.Mail(mail.post(), mail.from(), List.of(to));
    return carriers
        .letter(addressed, message(survey, letter, token))
        .map(error -> error.replace(to, "…"));
  }

  private Message message(Survey survey, Letter letter, Token token) {
    var language = language(survey, letter.to().language());
    var closes = LocalDate.ofInstant(letter.wave().span().closes(), ZoneOffset.UTC);
    var link = survey.delivery().address() + "/s/" + token.text();
    var words =
        letter.number() == 1
            ? SurveyMail.invitation(survey, language, link, closes)
            : SurveyMail.reminder(survey, language, link, closes);
    return new Message(
        0,
        uid(letter),
        survey.delivery().channel(),
        words,
        clock.instant(),
        letter.tries(),
        clock.instant());
  }

  private static Language language(Survey survey, String code) {
    return survey.about().languages().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElse(survey.about().languages().getFirst());
  }

  /// The same at each try.
  private static String uid(Letter letter) {
    var text =
        "%s/%d/%s/%d"
            .formatted(
                letter.wave().survey(),
                letter.wave().number(),
                letter.to().address(),
                letter.number());
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void settle(Letter letter, Optional<String> error) {
    if (error.isEmpty()) {
      letters.sent(letter);
      return;
    }
    LOG.warn("survey {}, try {}: {}", letter.wave().survey(), letter.tries(), error.get());
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(8, letter.tries() - 1));
    letters.failed(letter, error.get(), clock.instant().plus(pause));
    if (letter.tries() >= MOST_TRIES) letters.givenUp(letter);
  }
}
