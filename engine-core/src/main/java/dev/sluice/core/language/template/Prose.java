package dev.sluice.core.language.template;

import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.ContainerValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text with references in it and nothing else, as most templates are: it needs no scope and no data
 * variables. What would cost more than its length is left to the parts themselves.
 */
final class Prose {
  private final String[] texts;
  private final PayloadPath[] paths;
  private final boolean[] escaped;
  private final TemplateLimits limits;

  private Prose(
      List<String> texts, List<PayloadPath> paths, List<Boolean> escaped, TemplateLimits limits) {
    this.texts = texts.toArray(String[]::new);
    this.paths = paths.toArray(PayloadPath[]::new);
    this.escaped = new boolean[this.paths.length];
    for (int i = 0; i < this.paths.length; i++) {
      this.escaped[i] = escaped.get(i);
    }
    this.limits = limits;
  }

  /** The parts of a template as prose, null if there is more to them. */
  static @Nullable Prose of(Part parts, TemplateLimits limits) {
    if (!(parts instanceof Blocks.Body body)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    List<PayloadPath> paths = new ArrayList<>();
    List<Boolean> escaped = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Part part : body.parts()) {
      Paths.OfKeys keys;
      switch (part) {
        case Blocks.OfText plain -> {
          text.append(plain.text());
          continue;
        }
        case Blocks.OfEscapedTerm(Paths.OfKeys reference) -> keys = reference;
        case Blocks.OfTerm(Paths.OfKeys reference) -> keys = reference;
        default -> {
          return null;
        }
      }
      texts.add(text.toString());
      text.setLength(0);
      paths.add(keys.path());
      escaped.add(part instanceof Blocks.OfEscapedTerm);
    }
    texts.add(text.toString());
    return paths.size() < limits.maxSteps() ? new Prose(texts, paths, escaped, limits) : null;
  }

  /**
   * Adds the text with its values.
   *
   * @return false if a value is one whose printing must be accounted for, or a limit was met; what
   *     was added is then of no use
   */
  boolean render(StringBuilder output, Payload payload) {
    int start = output.length();
    for (int i = 0; i < paths.length; i++) {
      output.append(texts[i]);
      Value value = payload.follow(paths[i]);
      if (value instanceof ContainerValue) {
        return false;
      }
      if (value instanceof NumberValue || value instanceof BooleanValue) {
        output.append(value.toText());
      } else if (value.isPresent()) {
        append(output, value.toText(), escaped[i]);
      }
      if (output.length() > limits.maxOutput()) {
        return false;
      }
    }
    output.append(texts[paths.length]);
    return output.length() <= limits.maxOutput()
        && paths.length + ((output.length() - start) >> 6) < limits.maxSteps();
  }

  private static void append(StringBuilder output, String text, boolean escaped) {
    if (escaped) {
      Escaping.append(output, text);
    } else {
      output.append(text);
    }
  }
}
