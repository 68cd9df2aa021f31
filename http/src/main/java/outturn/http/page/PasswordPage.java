package outturn.http.page;

import outturn.http.route.Answer;
import outturn.report.markup.Markup;

/// Where somebody sets a password of his own.
public final class PasswordPage {
  private PasswordPage() {}

  /// @param fault what was wrong with the last try; empty for none
  /// @param next where to go on afterwards, a path of this server
  public static Answer.Whole show(int status, String user, String fault, String next) {
    var html = new Markup();
    Frame.open(html, "Set a password - Outturn");
    html.open("main", "class", "narrow").line();
    html.element("h1", "Set a password").line();
    html.element(
            "p",
            "At least 12 characters of any kind; four words do well. All sessions of %s end, and this browser gets a new one."
                .formatted(user))
        .line();
    if (!fault.isEmpty()) html.element("p", fault, "class", "fault", "role", "alert").line();
    html.open("form", "method", "post", "action", "/password", "class", "sign-in").line();
    SignInPage.hidden(html, next);
    field(html, "Password until now", "current", "current-password");
    field(html, "New password", "new", "new-password");
    field(html, "New password once more", "again", "new-password");
    html.element("button", "Set it", "type", "submit").line();
    html.close("form").line();
    html.open("form", "method", "post", "action", "/logout", "class", "sign-in").line();
    html.element("button", "Sign out", "type", "submit", "class", "other").line();
    html.close("form").line().close("main").line();
    Frame.close(html);
    return Answer.text(status, "text/html; charset=utf-8", html.toString());
  }

  private static void field(Markup html, String label, String name, String kind) {
    html.open("label").text(label + " ");
    html.open("input", "name", name, "type", "password", "autocomplete", kind);
    html.close("label").line();
  }
}
