package outturn.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import outturn.http.route.Answer;
import outturn.report.markup.Markup;

/// What a browser sees that is not signed in.
///
/// @param ways that there are to sign in
public record SignInPage(Ways ways) {

  /// How somebody signs in here.
  public enum Ways {
    PASSWORD,
    /// Also by an identity provider.
    PASSWORD_AND_PROVIDER
  }

  /// Asks who it is.
  ///
  /// @param next where to go on afterwards, a path of this server
  public Answer.Whole ask(int status, String next) {
    return page(status, "Sign in", "", next);
  }

  /// The answer was not right, or came too soon.
  public Answer.Whole again(int status, String fault, String next) {
    return page(status, "Sign in", fault, next);
  }

  /// The link was used already, is older than ten minutes, or was never given out.
  public Answer.Whole expired() {
    return page(
        401,
        "This link has ended",
        "A link works once, and for ten minutes. Ask for a new one, or sign in here.",
        "/");
  }

  private Answer.Whole page(int status, String title, String fault, String next) {
    var html = new Markup();
    Frame.open(html, title + " - Outturn");
    html.open("main", "class", "narrow").line();
    html.element("h1", title).line();
    if (!fault.isEmpty()) html.element("p", fault, "class", "fault", "role", "alert").line();
    if (ways == Ways.PASSWORD_AND_PROVIDER) provider(html, next);
    form(html, next);
    html.open("details").element("summary", "Without a password").line();
    html.open("p")
        .text("Wherever the command line knows a token, ")
        .element("code", "outturn login")
        .text(" prints a link that signs you in here. An administrator sets a password with ")
        .element("code", "outturn user password NAME")
        .text(".")
        .close("p")
        .line();
    html.close("details").line().close("main").line();
    Frame.close(html);
    return Answer.text(status, "text/html; charset=utf-8", html.toString());
  }

  private static void provider(Markup html, String next) {
    var there = "/login/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    html.open("p").element("a", "Single sign-on", "href", there).close("p").line();
  }

  private static void form(Markup html, String next) {
    html.open("form", "method", "post", "action", "/login", "class", "sign-in").line();
    hidden(html, next);
    html.open("label").text("Name ");
    html.open("input", "name", "name", "autocomplete", "username", "autocapitalize", "none");
    html.close("label").line();
    html.open("label").text("Password ");
    html.open("input", "name", "password", "type", "password", "autocomplete", "current-password");
    html.close("label").line();
    html.element("button", "Sign in", "type", "submit").line();
    html.close("form").line();
  }

  static void hidden(Markup html, String next) {
    html.open("input", "type", "hidden", "name", "next", "value", next).line();
  }
}
