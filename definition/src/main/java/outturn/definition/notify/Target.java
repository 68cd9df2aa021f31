package outturn.definition.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;

/// Where a channel leads. Its templates know secrets only.
public sealed interface Target {

  /// Mail.
  record Mail(Post post, String from, List<String> to) implements Target {}

  /// Who takes mails.
  sealed interface Post {}

  /// An SMTP server.
  ///
  /// @param login if the server asks for one
  record Server(String host, int port, Tls tls, Optional<Login> login) implements Post {}

  /// A folder of the server's data folder, in which each mail becomes a file.
  record MailFolder(String name) implements Post {}

  /// How a connection to an SMTP server is made safe.
  enum Tls {
    NONE,
    /// From the beginning.
    TLS,
    /// After a greeting in the clear, and never without.
    STARTTLS
  }

  /// @param password always one secret
  record Login(String user, Template password) {}

  /// A web service that takes JSON.
  record Webhook(Template url, Map<String, Template> headers) implements Target {}

  /// A channel of Slack, by its incoming webhook.
  record Slack(Template url) implements Target {}

  /// A channel of Microsoft Teams, by the webhook of a workflow.
  record Teams(Template url) implements Target {}

  /// A system of tickets: one is opened for a problem, told of what follows, and closed.
  ///
  /// @param url of the system: `https://example.service-now.com`
  /// @param fields of a new ticket, beyond those that are made here
  /// @param closed the state or transition that closes it
  record Ticket(
      Desk desk, String url, Login login, Map<String, Object> fields, Optional<String> closed)
      implements Target {}

  /// What systems of tickets are spoken to.
  enum Desk {
    SERVICENOW,
    JIRA
  }
}
