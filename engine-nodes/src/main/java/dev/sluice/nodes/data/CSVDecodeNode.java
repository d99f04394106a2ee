package dev.sluice.nodes.data;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;

/** Turns CSV text of the payload into an array of objects. */
public final class CSVDecodeNode implements NodeType<CSVDecodeNode.Config> {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  record Config(
      @Description("Where the text is found.") PayloadPath source,
      @Description("Where to put the objects, or what is wrong with the text.")
          PayloadPath destination,
      @Description("What is between fields; a comma if blank.") @Default("")
          StringTemplate delimiterTemplate,
      @Description("What is between records; a new line if blank.") @Default("")
          StringTemplate recordDelimiterTemplate,
      @Description("What encloses fields; a double quote if blank.") @Default("")
          StringTemplate quoteCharTemplate,
      @Description("What comes before a quote within quotes; a double quote if blank.") @Default("")
          StringTemplate escapeCharTemplate,
      @Description("Whether a byte order mark before the text is left out.") boolean stripBom) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CSVDecodeNode", "csv-decode")
        .label("CSV: Decode")
        .description("Turns CSV text into an array of objects.")
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
    return node -> {
      Payload payload = node.payload();
      Value result;
      try {
        String text = text(config, payload.get(config.source));
        result = new CsvReader(text, format.format(payload), node::checkpoint).read();
      } catch (CsvException e) {
        result = e.toValue();
      }
      payload.set(config.destination, result);
      return NodeAction.NEXT;
    };
  }

  private static String text(Config config, Value source) throws CsvException {
    if (!(source instanceof StringValue string)) {
      throw new CsvException("The value at " + config.source + " is not text");
    }
    String text = string.text();
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return config.stripBom && marked ? text.substring(1) : text;
  }
}
