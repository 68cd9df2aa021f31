package outturn.runtime.notify;

import java.util.Optional;
import java.util.function.Function;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.notify.Channel;
import outturn.definition.notify.Target;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.store.notify.Message;

/// The ways out, one for each kind of channel.
public final class Carriers {
  private final Carrier mail;
  private final Carrier http;
  private final TicketDesk tickets;
  private final Function<String, Optional<String>> secrets;

  /// @param secrets by their names as expressions write them
  public Carriers(
      Carrier mail, Carrier http, TicketDesk tickets, Function<String, Optional<String>> secrets) {
    this.mail = mail;
    this.http = http;
    this.tickets = tickets;
    this.secrets = secrets;
  }

  /// Sends a message, and answers what went wrong, if something did.
  Optional<String> send(Channel channel, Message message) throws InterruptedException {
    var envelope = new Envelope(secrets);
    try {
      return told(result(channel.target(), message, envelope)).map(envelope::masked);
    } catch (EvaluationFailed noSecret) {
      return Optional.of(noSecret.reason());
    } catch (RuntimeException unfit) {
      return Optional.of(envelope.masked(String.valueOf(unfit.getMessage())));
    }
  }

  /// Sends a mail whose subject is its title alone, and answers what went wrong, if something did.
  public Optional<String> letter(Target.Mail mail, Message message) throws InterruptedException {
    return letter(envelope -> envelope.letter(mail, message));
  }

  /// Sends such a mail with a file.
  public Optional<String> letter(Target.Mail mail, Message message, Enclosure file)
      throws InterruptedException {
    return letter(envelope -> envelope.letter(mail, message, file));
  }

  private Optional<String> letter(Function<Envelope, Request> written) throws InterruptedException {
    var envelope = new Envelope(secrets);
    try {
      return told(mail.carry(written.apply(envelope), _ -> {})).map(envelope::masked);
    } catch (EvaluationFailed noSecret) {
      return Optional.of(noSecret.reason());
    } catch (RuntimeException unfit) {
      return Optional.of(envelope.masked(String.valueOf(unfit.getMessage())));
    }
  }

  private Result result(Target target, Message message, Envelope envelope)
      throws InterruptedException {
    return switch (target) {
      case Target.Mail to -> mail.carry(envelope.mail(to, message), _ -> {});
      case Target.Webhook to -> http.carry(envelope.webhook(to, message), _ -> {});
      case Target.Slack to -> http.carry(envelope.slack(to, message), _ -> {});
      case Target.Teams to -> http.carry(envelope.teams(to, message), _ -> {});
      case Target.Ticket to -> tickets.tell(to, message, envelope);
    };
  }

  private static Optional<String> told(Result result) {
    return switch (result) {
      case Result.Done _ -> Optional.empty();
      case Result.Failed failed -> Optional.of(failed.message());
    };
  }
}
