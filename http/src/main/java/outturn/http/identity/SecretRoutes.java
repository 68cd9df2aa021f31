package outturn.http.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import outturn.definition.text.Nearest;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.secret.Secrets;
import outturn.store.secret.StoredSecret;

/// Secrets: set and removed, and never shown.
public final class SecretRoutes {
  private final Secrets secrets;

  public SecretRoutes(Secrets secrets) {
    this.secrets = secrets;
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    return Answer.json(Page.of(secrets.list(), StoredSecret::name, call));
  }

  public Answer set(Call call) {
    call.allow();
    var value = text(call.body());
    if (value.isEmpty()) {
      return Problem.of(Code.BAD_REQUEST, "the body is empty: it is to be the secret's value")
          .answer();
    }
    try {
      secrets.set(call.path("name"), value, call.user());
      return Answer.nothing();
    } catch (IllegalArgumentException notAName) {
      return Problem.of(Code.BAD_REQUEST, String.valueOf(notAName.getMessage())).answer();
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notText) {
      throw Problem.of(Code.BAD_REQUEST, "the body is not UTF-8 text").refused();
    }
  }

  public Answer remove(Call call) {
    call.allow();
    var name = call.path("name");
    if (secrets.remove(name, call.user())) return Answer.nothing();
    var hint = Nearest.hint(name, secrets.list().stream().map(StoredSecret::name).toList());
    return Problem.of(Code.NOT_FOUND, "no secret '%s'; %s".formatted(name, hint)).answer();
  }
}
