package dev.sluice.nodes.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.ScriptException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the engine against what the same scripts gave under Node. */
class FunctionVectorsTest {
  private static final Duration GUARD = Duration.ofSeconds(30);

  /**
   * What a case assumes that is not so here, on purpose: regular expressions are matched by an
   * automaton where that is possible, and one that makes Node hang ends at once.
   */
  private static final String BACKTRACKING = "backtracking-regex-engine";

  @Test
  void everyVectorGivesWhatNodeGave() throws IOException {
    Path file = Path.of(System.getProperty("sluice.vectors", "absent"), "functions.json");
    assumeTrue(Files.exists(file), "The vectors are not on this machine: " + file);
    ArrayValue cases = (ArrayValue) Value.parseJson(Files.readString(file));
    List<String> failures = new ArrayList<>();
    try (ScriptEngine engine = new ScriptEngine()) {
      for (Value vector : cases) {
        problem(engine, vector)
            .ifPresent(problem -> failures.add(vector.get("id").toText() + ": " + problem));
      }
    }
    System.out.printf(
        "functions.json: %d of %d passed%n", cases.size() - failures.size(), cases.size());
    if (!failures.isEmpty()) {
      fail(String.join("\n", failures));
    }
    assertEquals(List.of(), failures);
  }

  /** Whether a script that never ends in Node may end here: it ran to its last statement. */
  private static boolean mayEnd(Value vector, Value result) {
    return vector.get("assumes") instanceof ArrayValue names
        && names.size() == 1
        && names.get(0).toText().equals(BACKTRACKING)
        && result.get("done").isTruthy();
  }

  private static Optional<String> problem(ScriptEngine engine, Value vector) {
    Value result;
    try {
      result = result(engine, vector);
    } catch (SyntaxException e) {
      return vector.get("expectedError").isTruthy() || vector.get("orError").isTruthy()
          ? nameProblem(vector, "SyntaxError", String.valueOf(e.getMessage()))
          : Optional.of("does not compile: " + e.getMessage());
    } catch (ScriptException e) {
      if (vector.get("expectTimeout").isTruthy()) {
        return e.kind() == Kind.TIMEOUT || vector.get("orError").isTruthy()
            ? Optional.empty()
            : Optional.of("expected a timeout, was " + e.getMessage());
      }
      return vector.get("expectedError").isTruthy()
          ? nameProblem(vector, e.name(), e.text())
          : Optional.of("threw " + e.getMessage());
    }
    if (vector.get("expectTimeout").isTruthy() && mayEnd(vector, result)) {
      return Optional.empty();
    }
    if (vector.get("expectedError").isTruthy() || vector.get("expectTimeout").isTruthy()) {
      return Optional.of("expected a failure, was " + result.toJson());
    }
    Value absent = vector.get("expectAbsent");
    if (absent instanceof ArrayValue names) {
      return absentProblem(names, result.get("r"));
    }
    Value expected = plain(vector.get("expected"));
    return plainResult(result).equals(plainResult(expected))
        ? Optional.empty()
        : Optional.of("expected " + expected.toJson() + ", was " + result.toJson());
  }

  private static Optional<String> nameProblem(Value vector, String name, String message) {
    Value expectedName = vector.get("errorName");
    Value expectedMessage = vector.get("errorMessage");
    if (expectedName.isPresent() && !expectedName.toText().equals(name)) {
      return Optional.of("expected a " + expectedName.toText() + ", was " + name);
    }
    return expectedMessage.isPresent() && !message.contains(expectedMessage.toText())
        ? Optional.of("expected the message " + expectedMessage.toText() + ", was " + message)
        : Optional.empty();
  }

  private static Optional<String> absentProblem(ArrayValue names, Value seen) {
    String all = seen.toJson();
    for (Value name : names) {
      if (!all.contains(name.toText() + ":undefined")) {
        return Optional.of(name.toText() + " is there: " + all);
      }
    }
    return Optional.empty();
  }

  private static Value result(ScriptEngine engine, Value vector) {
    Script script = engine.compile(vector.get("script").toText(), ScriptOptions.defaults());
    Payload payload = Payload.of(plain(vector.get("payload")));
    String scope = vector.get("scopePath").toText();
    PayloadPath path = scope.isEmpty() ? PayloadPath.ROOT : PayloadPath.parse(scope);
    Value limit = vector.get("timeoutMs");
    Value input = scope.isEmpty() ? payload.root() : payload.get(path);
    Duration time = limit.isPresent() ? Duration.ofMillis((long) limit.toNumber()) : GUARD;
    Value plain = script.runPlain(input, time);
    Value result =
        script.runInSandbox(
            input,
            ScriptConsole.silent(),
            InstantSource.fixed(Instant.parse(vector.get("env").get("now").toText())),
            new Minstd(42),
            time);
    if (plain != null) {
      assertEquals(plainResult(result), plainResult(plain), vector.get("id").toText());
    }
    if (scope.isEmpty()) {
      return result;
    }
    payload.set(path, result);
    return payload.root();
  }

  /** A value in the notation of the vectors, as the value meant. */
  private static Value plain(Value noted) {
    return switch (noted) {
      case ObjectValue object when object.has("$undefined") -> Value.undefined();
      case ObjectValue object when object.has("$number") ->
          Value.of(
              object.get("$number").toText().equals("-0")
                  ? -0.0
                  : object.get("$number").toNumber());
      case ObjectValue object when object.has("$date") -> {
        String text = object.get("$date").toText();
        yield text.equals("Invalid Date") ? DateValue.INVALID : Value.of(Instant.parse(text));
      }
      case ObjectValue object -> {
        ObjectValue.Builder builder = ObjectValue.builder();
        object.forEach((key, value) -> builder.put(key, plain(value)));
        yield builder.build();
      }
      case ArrayValue array -> {
        ArrayValue.Builder builder = ArrayValue.builder();
        array.forEach(item -> builder.add(plain(item)));
        yield builder.build();
      }
      default -> noted;
    };
  }

  /** Without undefined properties, which count as absent. */
  private static Value plainResult(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        ObjectValue.Builder builder = ObjectValue.builder();
        object.forEach(
            (key, entry) -> {
              if (!(entry instanceof UndefinedValue)) {
                builder.put(key, plainResult(entry));
              }
            });
        yield builder.build();
      }
      case ArrayValue array -> {
        ArrayValue.Builder builder = ArrayValue.builder();
        array.forEach(item -> builder.add(plainResult(item)));
        yield builder.build();
      }
      case StringValue string -> string;
      default -> value;
    };
  }
}
