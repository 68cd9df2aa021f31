package outturn.definition.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import outturn.definition.expression.Expressions;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads documents of kind `channel`.
public final class ChannelReader {
  private static final Duration GIVE_UP = Duration.ofDays(1);

  private static final Key<Duration> GROUP =
      Key.optional(
          "group", Forms.duration(), "What comes within this time is one message; 0s by default.");
  private static final Key<Duration> GIVE_UP_AFTER =
      Key.optional("giveUp", Forms.duration(), "So long sending is tried; 1d by default.");
  private static final Key<Duration> AFTER =
      Key.required("after", Forms.duration(), "Without an acknowledgement for so long.");
  private static final Key<Placed<String>> NEXT =
      Key.required("to", Forms.name().placed(), "The channel that is told then.");
  private static final Key<Values> ESCALATE =
      Key.optional(
          "escalate",
          new Shape("escalation", AFTER, NEXT).form(),
          "Who is told when nobody acknowledges.");

  public static final Shape SHAPE =
      new Shape(
          "channel",
          Heading.KIND,
          Heading.NAME,
          Heading.TITLE,
          MailReader.MAIL,
          HookReader.WEBHOOK,
          HookReader.SLACK,
          HookReader.TEAMS,
          TicketReader.TICKET,
          GROUP,
          QuietReader.QUIET,
          ESCALATE,
          GIVE_UP_AFTER);

  private static final List<Key<Values>> TARGETS =
      List.of(
          MailReader.MAIL,
          HookReader.WEBHOOK,
          HookReader.SLACK,
          HookReader.TEAMS,
          TicketReader.TICKET);

  private final Expressions expressions;
  private final Uses uses;
  private final Problems problems;

  public ChannelReader(Expressions expressions, Uses uses, Problems problems) {
    this.expressions = expressions;
    this.uses = uses;
    this.problems = problems;
  }

  public Channel read(Values values) {
    var name = values.text(Heading.NAME);
    return new Channel(name, values.get(Heading.TITLE, name), target(values), manner(values));
  }

  private Channel.Manner manner(Values values) {
    return new Channel.Manner(
        values.get(GROUP, Duration.ZERO),
        values.find(QuietReader.QUIET).map(quiet -> QuietReader.read(quiet, problems)),
        values.find(ESCALATE).map(this::escalation),
        values.get(GIVE_UP_AFTER, GIVE_UP));
  }

  private Channel.Escalation escalation(Values values) {
    return new Channel.Escalation(
        values.get(AFTER, Duration.ZERO),
        values.find(NEXT).map(name -> uses.note(Use.Target.CHANNEL, name)).orElse(""));
  }

  private Target target(Values values) {
    var written = TARGETS.stream().filter(values::has).toList();
    if (written.size() != 1) {
      problems.add(
          written.isEmpty() ? values.position() : values.keyPosition(written.get(1)),
          "one-of",
          "a channel is one of mail, webhook, slack, teams and ticket (write exactly one)");
    }
    var secrets = new SecretTexts(expressions, problems);
    var hooks = new HookReader(secrets);
    Optional<Target> mail = values.find(MailReader.MAIL).map(new MailReader(secrets)::read);
    return mail.or(() -> values.find(HookReader.WEBHOOK).map(hooks::webhook))
        .or(() -> values.find(HookReader.SLACK).map(hooks::slack))
        .or(() -> values.find(HookReader.TEAMS).map(hooks::teams))
        .or(() -> values.find(TicketReader.TICKET).map(new TicketReader(secrets)::read))
        .orElseGet(() -> HookReader.NOWHERE);
  }
}
