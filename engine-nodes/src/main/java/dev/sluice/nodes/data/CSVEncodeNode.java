package dev.sluice.nodes.data;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns an array of objects into CSV text. */
public final class CSVEncodeNode implements NodeType<CSVEncodeNode.Config> {
  enum HeaderType {
    OBJECT_KEYS,
    STRING_TEMPLATES,
    PAYLOAD_PATH
  }

  record Config(
      @Description("Where the objects are found.") PayloadPath source,
      @Description("Where to put the text, or what is wrong with the objects.")
          PayloadPath destination,
      @Description("What is between fields; a comma if blank.") @Default("")
          StringTemplate delimiterTemplate,
      @Description("What is between records; a new line if blank.") @Default("")
          StringTemplate recordDelimiterTemplate,
      @Description("What encloses fields; a double quote if blank.") @Default("")
          StringTemplate quoteCharTemplate,
      @Description("What comes before a quote within quotes; a double quote if blank.") @Default("")
          StringTemplate escapeCharTemplate,
      @Description(
              "Whether the header is the keys of the first object, is given here or on the payload.")
          @Default("objectKeys")
          HeaderType headerTemplateType,
      @Description("The header as a list of templates, or the path where it is found.")
          @Nullable Value headerTemplate) {}

  /** Where the header of some rows comes from; empty if there are no rows to take it from. */
  @FunctionalInterface
  private interface Header {
    Optional<List<String>> of(Payload payload, ArrayValue rows) throws CsvException;
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CSVEncodeNode", "csv-encode")
        .label("CSV: Encode")
        .description("Turns an array of objects into CSV text.")
        .minimumAgentVersion("1.6.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    CsvFormat.Templates format =
        new CsvFormat.Templates(
            config.delimiterTemplate,
            config.recordDelimiterTemplate,
            config.quoteCharTemplate,
            config.escapeCharTemplate);
    Header header = header(config, binding);
    return node -> {
      Payload payload = node.payload();
      Value result;
      try {
        if (!(payload.get(config.source) instanceof ArrayValue rows)) {
          throw new CsvException("The value at " + config.source + " is not an array");
        }
        Optional<List<String>> headers = header.of(payload, rows);
        result =
            Value.of(
                headers.isEmpty()
                    ? ""
                    : encode(rows, format.format(payload), headers.get(), node::checkpoint));
      } catch (CsvException e) {
        result = e.toValue();
      }
      payload.set(config.destination, result);
      return NodeAction.NEXT;
    };
  }

  private static String encode(
      ArrayValue rows, CsvFormat format, List<String> headers, Runnable checkpoint)
      throws CsvException {
    CsvWriter writer = new CsvWriter(format, headers);
    for (Value row : rows) {
      checkpoint.run();
      writer.record(row);
    }
    return writer.text();
  }

  private static Header header(Config config, NodeBinding binding) {
    return switch (config.headerTemplateType) {
      case OBJECT_KEYS -> (payload, rows) -> keys(rows);
      case STRING_TEMPLATES -> {
        List<StringTemplate> templates = templates(config.headerTemplate, binding);
        yield (payload, rows) ->
            Optional.of(templates.stream().map(template -> template.render(payload)).toList());
      }
      case PAYLOAD_PATH -> {
        PayloadPath path = path(config.headerTemplate, binding);
        yield (payload, rows) -> Optional.of(texts(path, payload));
      }
    };
  }

  private static Optional<List<String>> keys(ArrayValue rows) throws CsvException {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (rows.get(0) instanceof ObjectValue first) {
      return Optional.of(first.keys());
    }
    throw new CsvException("The header comes from the first row, which is not an object");
  }

  private static List<StringTemplate> templates(@Nullable Value given, NodeBinding binding) {
    List<StringTemplate> templates = new ArrayList<>();
    if (given instanceof ArrayValue array && !array.isEmpty()) {
      for (int i = 0; i < array.size(); i++) {
        String field = "headerTemplate[" + i + "]";
        if (!(array.get(i) instanceof StringValue text)) {
          throw wrong(field, array.get(i), "a string template");
        }
        templates.add(binding.template(field, text.text()));
      }
      return templates;
    }
    if (given instanceof StringValue text && !text.text().isEmpty()) {
      return List.of(binding.template("headerTemplate", text.text()));
    }
    throw wrong("headerTemplate", given, "an array of string templates");
  }

  private static PayloadPath path(@Nullable Value given, NodeBinding binding) {
    if (given instanceof StringValue text && !text.text().isBlank()) {
      return binding.path("headerTemplate", text.text());
    }
    throw wrong("headerTemplate", given, "a payload path");
  }

  private static InvalidConfigException wrong(
      String field, @Nullable Value found, String expected) {
    return new InvalidConfigException(
        field, "cannot be used", found == null ? "nothing" : found.toJson(), expected);
  }

  private static List<String> texts(PayloadPath path, Payload payload) throws CsvException {
    if (!(payload.get(path) instanceof ArrayValue headers)) {
      throw new CsvException("The value at " + path + " is not an array of headers");
    }
    List<String> texts = new ArrayList<>();
    for (Value header : headers) {
      texts.add(header.toText());
    }
    return texts;
  }
}
