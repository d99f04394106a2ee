package dev.sluice.nodes.crypto;

import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A token in its compact form, taken apart.
 *
 * <p>Source: RFC 7519, and where it leaves something open, jsonwebtoken 9 and jws 4.
 *
 * @param header the header, as a rule an object
 * @param payload the claims, or the text that stands in their place
 * @param signature the signature's text
 * @param signed the text that was signed
 */
record JsonWebToken(Value header, Value payload, String signature, String signed) {
  /** The category of what is wrong with a token. */
  static final String ERROR = "JsonWebTokenError";

  private static final Pattern FORM = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]*+");
  private static final Value JWT = Value.of("JWT");

  /** Takes a token apart, without asking who signed it. */
  static JsonWebToken decode(String token) {
    Value header =
        FORM.matcher(token).matches()
            ? json(Encoding.LATIN1.encode(part(token, 0)), Value.undefined())
            : Value.undefined();
    if (!header.isTruthy()) {
      throw new CryptoFailure(ERROR, "invalid token");
    }
    int signatureStart = token.lastIndexOf('.') + 1;
    return new JsonWebToken(
        header,
        payload(header, Encoding.UTF8.encode(part(token, 1))),
        token.substring(signatureStart),
        token.substring(0, signatureStart - 1));
  }

  /** Makes a signed token. */
  static String sign(
      ObjectValue header,
      ObjectValue payload,
      TokenAlgorithm algorithm,
      TokenKey key,
      RandomGenerator random) {
    String signed =
        Encoding.BASE64URL.encode(Encoding.LATIN1.decode(header.toJson()))
            + "."
            + Encoding.BASE64URL.encode(Encoding.UTF8.decode(payload.toJson()));
    return signed + "." + algorithm.sign(key, signed, random);
  }

  /** The algorithm that the header names, empty if it names none. */
  String algorithm() {
    return header instanceof ObjectValue fields && fields.get("alg") instanceof StringValue name
        ? name.text()
        : "";
  }

  private static byte[] part(String token, int index) {
    return Encoding.BASE64URL.decode(token.split("\\.", -1)[index]);
  }

  /** JSON where the header says so; a text that is an object or array is one in any case. */
  private static Value payload(Value header, String text) {
    Value payload = isJwt(header) ? json(text) : Value.of(text);
    return payload instanceof StringValue string
            && json(string.text(), Value.undefined()) instanceof ContainerValue container
        ? container
        : payload;
  }

  private static boolean isJwt(Value header) {
    return header instanceof ObjectValue fields && fields.get("typ").equals(JWT);
  }

  private static Value json(String text) {
    try {
      return Value.parseJson(text);
    } catch (InvalidJsonException e) {
      throw new CryptoFailure("SyntaxError", "The payload is not JSON: " + e.getMessage());
    }
  }

  private static Value json(String text, Value otherwise) {
    try {
      return Value.parseJson(text);
    } catch (InvalidJsonException e) {
      return otherwise;
    }
  }
}
