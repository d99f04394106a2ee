package dev.sluice.nodes.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Values, and checks of values, as the test vectors write them. */
final class VectorNotation {
  private VectorNotation() {}

  static Value read(JsonNode node) {
    if (node.isArray()) {
      ArrayValue.Builder array = ArrayValue.builder();
      node.forEach(item -> array.add(read(item)));
      return array.build();
    }
    if (!node.isObject()) {
      return Value.fromJson(node);
    }
    if (node.size() == 1) {
      if (node.has("$undefined")) {
        return Value.undefined();
      }
      if (node.has("$number")) {
        return Value.of(Value.of(node.get("$number").textValue()).toNumber());
      }
      if (node.has("$date")) {
        String text = node.get("$date").textValue();
        return text.equals("Invalid Date") ? DateValue.INVALID : Value.of(Instant.parse(text));
      }
    }
    ObjectValue.Builder object = ObjectValue.builder();
    node.properties().forEach(entry -> object.put(entry.getKey(), read(entry.getValue())));
    return object.build();
  }

  /** What is wrong with a value, empty if it is as expected. */
  static Optional<String> mismatch(JsonNode expected, Value actual) {
    boolean holds =
        expected.has("$check") ? check(expected, actual) : equal(read(expected), actual);
    return holds ? Optional.empty() : Optional.of("expected " + expected + ", was " + actual);
  }

  private static boolean check(JsonNode check, Value actual) {
    double number = actual.toNumber();
    return switch (check.get("$check").textValue()) {
      case "integer" -> number == Math.rint(number) && isInRange(check, number);
      case "range" -> actual instanceof NumberValue && isInRange(check, number);
      case "approx" -> {
        double value = check.get("value").doubleValue();
        yield Math.abs(number - value) <= Math.abs(value) * check.get("relative").doubleValue();
      }
      case "regex" ->
          actual instanceof StringValue text
              && Pattern.compile(check.get("regex").textValue()).matcher(text.text()).find();
      case "object" -> actual instanceof ObjectValue;
      case "nonEmptyArray" -> actual instanceof ArrayValue array && !array.isEmpty();
      case "absentOrEmptyArray" ->
          !actual.isPresent() || (actual instanceof ArrayValue array && array.isEmpty());
      case "jwt" -> isToken(check, actual.toText());
      case String other -> throw new IllegalArgumentException(other);
    };
  }

  private static boolean isToken(JsonNode check, String token) {
    String[] parts = token.split("\\.", -1);
    Base64.Decoder base64 = Base64.getUrlDecoder();
    try {
      byte[] secret = check.get("secret").textValue().getBytes(StandardCharsets.UTF_8);
      String algorithm = check.get("algorithm").textValue();
      Mac mac = Mac.getInstance(algorithm.replace("HS", "HmacSHA"));
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
      String header = new String(base64.decode(parts[0]), StandardCharsets.UTF_8);
      String claims = new String(base64.decode(parts[1]), StandardCharsets.UTF_8);
      return parts.length == 3
          && MessageDigest.isEqual(mac.doFinal(signed), base64.decode(parts[2]))
          && Value.parseJson(header).get("alg").equals(Value.of(algorithm))
          && equal(read(check.get("claims")), Value.parseJson(claims));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInRange(JsonNode check, double number) {
    return number >= check.get("min").doubleValue() && number <= check.get("max").doubleValue();
  }

  /** Whether two values are equal where absent and undefined properties are the same. */
  static boolean equal(Value expected, Value actual) {
    if (expected instanceof ObjectValue left && actual instanceof ObjectValue right) {
      TreeSet<String> keys = new TreeSet<>(left.keys());
      keys.addAll(right.keys());
      return keys.stream().allMatch(key -> equal(left.get(key), right.get(key)));
    }
    if (expected instanceof ArrayValue left && actual instanceof ArrayValue right) {
      for (int i = 0; i < left.size(); i++) {
        if (!equal(left.get(i), right.get(i))) {
          return false;
        }
      }
      return left.size() == right.size();
    }
    return expected.equals(actual);
  }
}
