package outturn.tasks.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.setting.Settings;

/// Sends one mail, by a server or into a folder.
///
/// Settings: `host`, `port`, `tls` (`none`, `tls`, `starttls`), `user`, `password`; or `folder`;
/// `from`, `to` (a list), `subject`, `text`, `id` (of the message, without angle brackets: the same
/// at each try) and `date` (ISO 8601); `attachment` (bytes) with `attachmentName` and
/// `attachmentType`.
public final class MailCall {
  private final Duration patience;
  private final MailFolders folders;

  /// @param patience for a connection, and for each answer
  public MailCall(Duration patience, MailFolders folders) {
    this.patience = patience;
    this.folders = folders;
  }

  /// @return done without outputs, or why it failed
  public Result send(Request request) {
    var settings = new Settings(request.settings());
    return settings
        .optionalText("folder")
        .map(folder -> file(settings, folder))
        .orElseGet(() -> send(settings));
  }

  private Result file(Settings settings, String folder) {
    try {
      folders.put(folder, message(settings, Session.getInstance(new Properties())));
      return new Result.Done(Map.of());
    } catch (IOException | MessagingException failure) {
      return Result.Failed.of(
          Result.Kind.CONNECTION,
          "mail into %s: %s".formatted(folders.of(folder), failure.toString()));
    }
  }

  private Result send(Settings settings) {
    var where = "mail by %s:%s".formatted(settings.text("host"), settings.text("port"));
    try {
      Transport.send(message(settings, session(settings)));
      return new Result.Done(Map.of());
    } catch (AuthenticationFailedException refused) {
      return failed(Result.Kind.ANSWER, where, refused, "it does not take the user and password: ");
    } catch (SendFailedException refused) {
      return failed(Result.Kind.ANSWER, where, refused, "");
    } catch (MessagingException failure) {
      return failed(Result.Kind.CONNECTION, where, failure, "");
    }
  }

  private static Result failed(
      Result.Kind kind, String where, MessagingException failure, String about) {
    var told = String.valueOf(failure.getMessage()).strip();
    var next = failure.getNextException();
    var more = next == null ? "" : "; " + String.valueOf(next.getMessage()).strip();
    return Result.Failed.of(kind, where + ": " + about + told + more);
  }

  private static MimeMessage message(Settings settings, Session session) throws MessagingException {
    var message = new Identified(session, settings.text("id"));
    message.setFrom(new InternetAddress(settings.text("from")));
    for (var to : settings.list("to")) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(String.valueOf(to)));
    }
    message.setSubject(settings.text("subject"), UTF_8.name());
    addContent(message, settings);
    message.setSentDate(Date.from(Instant.parse(settings.text("date"))));
    // Nobody is to answer a machine's mail by a machine's.
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private static void addContent(MimeMessage message, Settings settings) throws MessagingException {
    if (!(settings.any("attachment").orElse(null) instanceof byte[] bytes)) {
      message.setText(settings.text("text"), UTF_8.name());
      return;
    }
    var text = new MimeBodyPart();
    text.setText(settings.text("text"), UTF_8.name());
    var headers = new InternetHeaders();
    headers.setHeader("Content-Type", settings.text("attachmentType"));
    headers.setHeader("Content-Transfer-Encoding", "base64");
    var file = new MimeBodyPart(headers, Base64.getMimeEncoder().encode(bytes));
    file.setFileName(settings.text("attachmentName"));
    file.setDisposition(Part.ATTACHMENT);
    message.setContent(new MimeMultipart(text, file));
  }

  private Session session(Settings settings) {
    var properties = new Properties();
    var user = settings.optionalText("user").orElse("");
    var tls = settings.optionalText("tls").orElse("none");
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", settings.text("host"));
    properties.put("mail.smtp.port", settings.text("port"));
    properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls.equals("tls")));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(tls.equals("starttls")));
    properties.put("mail.smtp.starttls.required", Boolean.toString(tls.equals("starttls")));
    for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.put("mail.smtp." + limit, Long.toString(patience.toMillis()));
    }
    if (user.isEmpty()) return Session.getInstance(properties);
    var password = settings.optionalText("password").orElse("");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
          }
        });
  }

  /// A message that keeps the id that it is given.
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
