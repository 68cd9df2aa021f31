package outturn.http.problem;

import java.util.Locale;

/// What kept a request from being carried out; the words are stable and for programs.
public enum Code {
  BAD_REQUEST(400, "The request cannot be read"),
  UNAUTHENTICATED(401, "Not signed in"),
  FORBIDDEN(403, "Not allowed"),
  PASSWORD_CHANGE_NEEDED(403, "The password must be changed first"),
  NOT_FOUND(404, "Not found"),
  EXPIRED(410, "No longer kept"),
  METHOD_NOT_ALLOWED(405, "Not a method of this path"),
  MOVED(409, "The project has changed since the plan"),
  LOCKED(409, "The analysis plan is locked"),
  NAME_TAKEN(409, "The name is taken"),
  ALREADY_ACKNOWLEDGED(409, "Somebody has acknowledged it already"),
  ALREADY_ENDED(409, "The run has ended already"),
  NOT_ALLOWED(409, "Not allowed as things stand"),
  NOT_WAITING(409, "The task does not wait for an answer"),
  TOO_LARGE(413, "The request is too large"),
  INVALID_DEFINITION(422, "The definition is not right"),
  INVALID_INPUT(422, "The input is not right"),
  IDEMPOTENCY_CONFLICT(422, "The idempotency key was used for another request"),
  TOO_MANY_TRIES(429, "Too many wrong passwords"),
  OVERLOADED(429, "Too much at once"),
  INTERNAL(500, "The server has failed"),
  NOT_SENT(502, "The message was not taken"),
  OUTCOME_UNKNOWN(503, "It is not known whether this was done"),
  NOT_READY(503, "Not ready");

  private final int status;
  private final String title;

  Code(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
