package dev.sluice.core.document;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML to the values that JSON has. An alias of an object or an array becomes what it names;
 * an alias of anything else is refused, because the parser does not tell the anchors of scalars.
 * Safe for many threads.
 */
final class YamlReader {
  /** How deep a document may be nested, what its aliases stand for included. */
  private static final int MAX_DEPTH = 900;

  /** How many values the aliases of a document may stand for: a few lines can ask for billions. */
  private static final long MAX_REPEATED = 1_000_000;

  private final YAMLFactory factory;

  /**
   * A reader.
   *
   * @param longest how many characters a document may have
   */
  YamlReader(int longest) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(longest);
    factory =
        YAMLFactory.builder()
            .loaderOptions(options)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(longest)
                    .build())
            .build();
  }

  /**
   * Reads a document.
   *
   * @return its value, undefined if it has none
   * @throws com.fasterxml.jackson.core.JsonProcessingException if the text is not YAML
   */
  Value read(String text) throws IOException {
    try (YAMLParser parser = factory.createParser(text)) {
      return parser.nextToken() == null ? Value.undefined() : new Document(parser).read(0).value;
    }
  }

  /**
   * A value that was read.
   *
   * @param value the value
   * @param size how many values it is made of, repeated ones included
   * @param height how deep it is nested
   */
  private record Part(Value value, long size, int height) {
    static Part scalar(Value value) {
      return new Part(value, 1, 0);
    }
  }

  /** One document on its way. */
  private static final class Document {
    private final YAMLParser parser;
    private final Map<String, Part> anchors = new HashMap<>();
    private long repeated;

    Document(YAMLParser parser) {
      this.parser = parser;
    }

    /** Reads the value whose first token is the current one. */
    Part read(int depth) throws IOException {
      if (parser.isCurrentAlias()) {
        return repeat(parser.getText(), depth);
      }
      String anchor = parser.getObjectId();
      Part part =
          switch (parser.currentToken()) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> Part.scalar(Value.of(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Part.scalar(Value.of(parser.getDoubleValue()));
            case VALUE_TRUE -> Part.scalar(Value.of(true));
            case VALUE_FALSE -> Part.scalar(Value.of(false));
            case VALUE_NULL -> Part.scalar(Value.nullValue());
            default -> throw error("There is a value that JSON does not have");
          };
      // Only now: inside itself a value cannot be repeated.
      if (anchor != null) {
        anchors.put(anchor, part);
      }
      return part;
    }

    private Part object(int depth) throws IOException {
      ObjectValue.Builder object = ObjectValue.builder();
      long size = 1;
      int height = 0;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        if (parser.isCurrentAlias()) {
          throw error("An alias cannot be a key");
        }
        String key = parser.currentName();
        parser.nextToken();
        Part part = read(depth);
        object.put(key, part.value);
        size += part.size;
        height = Math.max(height, part.height);
      }
      return new Part(object.build(), size, height + 1);
    }

    private Part array(int depth) throws IOException {
      ArrayValue.Builder array = ArrayValue.builder();
      long size = 1;
      int height = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Part part = read(depth);
        array.add(part.value);
        size += part.size;
        height = Math.max(height, part.height);
      }
      return new Part(array.build(), size, height + 1);
    }

    private Part repeat(String anchor, int depth) throws IOException {
      Part part = anchors.get(anchor);
      if (part == null) {
        throw error("The alias " + anchor + " names no object or array that was read before it");
      }
      repeated += part.size;
      if (repeated > MAX_REPEATED) {
        throw error("Its aliases stand for more than " + MAX_REPEATED + " values");
      }
      if (depth + part.height > MAX_DEPTH) {
        throw error("Its aliases are nested more than " + MAX_DEPTH + " deep");
      }
      return part;
    }

    private JsonParseException error(String message) {
      return new JsonParseException(parser, message);
    }
  }
}
