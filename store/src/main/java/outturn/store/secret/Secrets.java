package outturn.store.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// Passwords and keys that connections and tasks use, encrypted in the database with AES-256-GCM.
/// The name is authenticated with the value, so that nobody with access to the tables can exchange
/// two secrets.
public final class Secrets {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private static final String SET =
      """
      insert into secret (name, nonce, ciphertext, key_id, set_by, set_at)
      values (:name, :nonce, :ciphertext, :keyId, :by, :at)
      on conflict (name) do update set nonce = excluded.nonce, ciphertext = excluded.ciphertext,
        key_id = excluded.key_id, set_by = excluded.set_by, set_at = excluded.set_at
      """;

  private static final class Sealed {
    final byte[] nonce;
    final byte[] ciphertext;
    final String keyId;

    Sealed(byte[] nonce, byte[] ciphertext, String keyId) {
      this.nonce = nonce;
      this.ciphertext = ciphertext;
      this.keyId = keyId;
    }
  }

  private final Jdbi jdbi;
  private final SecretsKey key;
  private final InstantSource clock;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  public Secrets(Jdbi jdbi, SecretsKey key, InstantSource clock) {
    this.jdbi = jdbi;
    this.key = key;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// Adds or replaces a secret; `by` is who does.
  public void set(String name, String value, String by) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a name of a secret: '%s'; expected small letters, digits and -, at most 63"
              .formatted(name));
    }
    var sealed = seal(name, value);
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(SET)
          .bind("name", name)
          .bind("nonce", sealed.nonce)
          .bind("ciphertext", sealed.ciphertext)
          .bind("keyId", sealed.keyId)
          .bind("by", by)
          .bind("at", clock.instant())
          .execute();
      audit.record(handle, new Act(by, "secret set", name, Map.of()));
    });
  }

  /// The value, or nothing if it was never set. Throws [Unreadable] if it was encrypted with
  /// another key.
  public Optional<String> get(String name) {
    return jdbi.withHandle(handle ->
            handle
                .createQuery("select nonce, ciphertext, key_id from secret where name = :name")
                .bind("name", name)
                .map((row, _) ->
                    new Sealed(
                        row.getBytes("nonce"), row.getBytes("ciphertext"), row.getString("key_id")))
                .findOne())
        .map(sealed -> unseal(name, sealed));
  }

  /// By name, without values.
  public List<StoredSecret> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select name, set_by, set_at from secret order by name")
            .map((row, _) ->
                new StoredSecret(
                    row.getString("name"),
                    row.getString("set_by"),
                    row.getTimestamp("set_at").toInstant()))
            .list());
  }

  /// Whether there was such a secret.
  public boolean remove(String name, String by) {
    return jdbi.inTransaction(handle -> {
      var removed =
          handle.createUpdate("delete from secret where name = :name").bind("name", name).execute();
      if (removed == 0) {
        return false;
      }
      audit.record(handle, new Act(by, "secret remove", name, Map.of()));
      return true;
    });
  }

  private Sealed seal(String name, String value) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      return new Sealed(
          nonce, cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(value.getBytes(UTF_8)), key.id());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String unseal(String name, Sealed sealed) {
    if (!sealed.keyId.equals(key.id())) {
      throw new Unreadable(
          "secret %s was encrypted with key %s, and secrets.key has key %s: put the right secrets.key back and restart, or set the secret again"
              .formatted(name, sealed.keyId, key.id()));
    }
    try {
      return new String(
          cipher(Cipher.DECRYPT_MODE, name, sealed.nonce).doFinal(sealed.ciphertext), UTF_8);
    } catch (AEADBadTagException e) {
      throw new Unreadable(
          "secret %s was changed in the database by something else: set it again".formatted(name),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(UTF_8));
    return cipher;
  }
}
