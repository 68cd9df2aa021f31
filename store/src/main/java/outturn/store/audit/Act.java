package outturn.store.audit;

import java.util.Map;

/// Something that a person or a program did: who, a verb such as `secret set`, to what, and the
/// details, with the reason under `why` where one was given. Details are never secret.
public record Act(String who, String action, String subject, Map<String, Object> details) {
  public Act {
    details = Map.copyOf(details);
  }
}
