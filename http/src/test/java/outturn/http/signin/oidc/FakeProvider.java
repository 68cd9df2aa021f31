package outturn.http.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// An identity provider on this host, written without the library that the server uses: keys,
/// signatures and the check of PKCE are the JDK's.
public final class FakeProvider implements AutoCloseable {
  public static final String CLIENT = "outturn";
  public static final String SECRET = "a secret of 42 + more / signs";

  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><title>Provider</title><main><h1>Who are you?</h1>
      <form method="post"><label>Name <input name="name"></label>
      <label>Group <input name="group"></label><button>Go on</button></form></main>
      """;

  private final HttpServer server;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private volatile KeyPair keys = pair();
  private final AtomicInteger rotations = new AtomicInteger();
  private volatile String keyId = "keys-0";
  private volatile boolean codesWorkAgain;
  private volatile Function<Map<String, Object>, String> tokens = this::signed;

  private record Grant(Map<String, String> asked, Map<String, Object> claims) {}

  public FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/authorize", this::page);
    server.createContext("/keys", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// What somebody's browser brings back, once he has said here who he is.
  ///
  /// @param request where the server has sent the browser
  /// @param more claims than every token has; they go before those
  String signIn(String request, Map<String, Object> more) {
    var asked = fields(URI.create(request).getRawQuery());
    var now = Instant.now().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", issuer());
    claims.put("aud", CLIENT);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("nonce", asked.getOrDefault("nonce", ""));
    claims.putAll(more);
    var code = "code-" + grants.size();
    grants.put(code, new Grant(asked, claims));
    return "code=%s&state=%s&session_state=x&iss=%s".formatted(code, asked.get("state"), issuer());
  }

  static Map<String, String> fields(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  /// Makes ID tokens in another way.
  void tokens(Function<Map<String, Object>, String> maker) {
    tokens = maker;
  }

  /// Signs with other keys from now on, which bear another name.
  void rotate() {
    keyId = "keys-" + rotations.incrementAndGet();
    keys = pair();
  }

  /// Takes a code more than once, as no provider should.
  void letCodesWorkAgain() {
    codesWorkAgain = true;
  }

  String signed(Map<String, Object> claims) {
    return signed(claims, keys);
  }

  private String signed(Map<String, Object> claims, KeyPair by) {
    try {
      var text = part(Map.of("alg", "RS256", "kid", keyId)) + "." + part(claims);
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(by.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + TO_TEXT.encodeToString(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Signed by somebody else, who says that it is by this provider.
  String forged(Map<String, Object> claims) {
    return signed(claims, pair());
  }

  /// With the algorithm `none`.
  static String unsigned(Map<String, Object> claims) {
    return part(Map.of("alg", "none")) + "." + part(claims) + ".";
  }

  /// With a key that everybody knows, who knows the provider's public one.
  String confused(Map<String, Object> claims) {
    return withMac(claims, keys.getPublic().getEncoded());
  }

  /// With the client's secret as the key.
  static String withSecret(Map<String, Object> claims) {
    return withMac(claims, SECRET.getBytes(UTF_8));
  }

  private static String withMac(Map<String, Object> claims, byte[] key) {
    try {
      var text = part(Map.of("alg", "HS256")) + "." + part(claims);
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return text + "." + TO_TEXT.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String part(Map<String, Object> json) {
    return TO_TEXT.encodeToString(JSON.writeValueAsBytes(json));
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "jwks_uri", issuer() + "/keys",
            "response_types_supported", List.of("code"),
            "subject_types_supported", List.of("public"),
            "id_token_signing_alg_values_supported", List.of("RS256")));
  }

  /// Where a browser is sent: asks for a name and a group, believes them, and sends it back.
  private void page(HttpExchange exchange) throws IOException {
    var asked = exchange.getRequestURI().getRawQuery();
    var html = PAGE.getBytes(UTF_8);
    if (exchange.getRequestMethod().equals("POST")) {
      var told = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      var name = told.getOrDefault("name", "");
      var group = List.of(told.getOrDefault("group", ""));
      var claims =
          Map.<String, Object>of(
              "sub", "id of " + name, "preferred_username", name, "groups", group);
      var back = fields(asked).get("redirect_uri") + "?" + signIn("/authorize?" + asked, claims);
      exchange.getResponseHeaders().set("Location", back);
      exchange.sendResponseHeaders(303, -1);
    } else {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, html.length);
      exchange.getResponseBody().write(html);
    }
    exchange.close();
  }

  private void keys(HttpExchange exchange) throws IOException {
    var key = (RSAPublicKey) keys.getPublic();
    var json =
        Map.of(
            "kty",
            "RSA",
            "use",
            "sig",
            "kid",
            keyId,
            "n",
            number(key.getModulus()),
            "e",
            number(key.getPublicExponent()));
    answer(exchange, 200, Map.of("keys", List.of(json)));
  }

  private static String number(BigInteger value) {
    var bytes = value.toByteArray();
    return TO_TEXT.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var code = sent.getOrDefault("code", "");
    var grant = codesWorkAgain ? grants.get(code) : grants.remove(code);
    if (!isClient(exchange) || grant == null || !fits(grant.asked(), sent)) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    var tokens = new HashMap<String, Object>();
    tokens.put("access_token", "unused");
    tokens.put("token_type", "Bearer");
    tokens.put("id_token", this.tokens.apply(grant.claims()));
    answer(exchange, 200, tokens);
  }

  /// RFC 6749, 2.3.1: both parts are encoded as in a form.
  private static boolean isClient(HttpExchange exchange) {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Basic ")) return false;
    var pair = new String(Base64.getDecoder().decode(header.substring(6)), UTF_8).split(":", 2);
    return URLDecoder.decode(pair[0], UTF_8).equals(CLIENT)
        && URLDecoder.decode(pair[1], UTF_8).equals(SECRET);
  }

  /// RFC 7636, 4.6.
  private static boolean fits(Map<String, String> asked, Map<String, String> sent) {
    try {
      var verifier = sent.getOrDefault("code_verifier", "").getBytes(UTF_8);
      var challenge = TO_TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
      return challenge.equals(asked.get("code_challenge"))
          && "S256".equals(asked.get("code_challenge_method"))
          && "authorization_code".equals(sent.get("grant_type"))
          && asked.getOrDefault("redirect_uri", "").equals(sent.get("redirect_uri"));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
    var body = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
