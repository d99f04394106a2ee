package dev.sluice.core.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts new ids in place of old ones, wherever they stand in a document: by themselves, and, if they
 * are such that nothing else looks like them, as part of a text such as the key of a trigger.
 */
final class IdReplacement {
  private static final Pattern UNMISTAKABLE =
      Pattern.compile(
          "(?<![A-Fa-f0-9])[A-Fa-f0-9]{24}(?![A-Fa-f0-9])|~exportplaceholderid-[^~]{1,1024}~");

  /** Where an id that could be any other text is one. */
  private static final Set<String> ID_FIELDS =
      Set.of("flowId", "customNodeId", "defaultVersionId", "flowVersionId");

  private final Map<String, String> ids;

  IdReplacement(Map<String, String> ids) {
    this.ids = Map.copyOf(ids);
  }

  /** What an id is now. */
  String of(String id) {
    return ids.getOrDefault(id, id);
  }

  ObjectValue replace(ObjectValue document) {
    return ids.isEmpty() ? document : object(document);
  }

  private ObjectValue object(ObjectValue object) {
    ObjectValue.Builder replaced = ObjectValue.builder();
    object.forEach(
        (name, value) -> {
          @Nullable String id =
              value instanceof StringValue text && ID_FIELDS.contains(name)
                  ? ids.get(text.text())
                  : null;
          replaced.put(name, id == null ? replace(value) : Value.of(id));
        });
    return replaced.build();
  }

  private Value replace(Value value) {
    return switch (value) {
      case ObjectValue object -> object(object);
      case ArrayValue array -> {
        ArrayValue.Builder replaced = ArrayValue.builder();
        array.forEach(item -> replaced.add(replace(item)));
        yield replaced.build();
      }
      case StringValue text -> {
        String replaced = replace(text.text());
        yield replaced.equals(text.text()) ? text : Value.of(replaced);
      }
      default -> value;
    };
  }

  /** A text with new ids in place of old ones. */
  private String replace(String text) {
    @Nullable String whole = ids.get(text);
    if (whole != null && UNMISTAKABLE.matcher(text).matches()) {
      return whole;
    }
    Matcher matcher = UNMISTAKABLE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          replaced, Matcher.quoteReplacement(ids.getOrDefault(matcher.group(), matcher.group())));
    }
    return matcher.appendTail(replaced).toString();
  }
}
