package dev.sluice.nodes.data;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Parses HTML or XML, and finds elements in it by a CSS selector. */
public final class HtmlParserNode implements NodeType<HtmlParserNode.Config> {
  private static final String CATEGORY = "ValidationError";
  private static final String FORMATS = "text, xml or json";

  /** Of text in UTF-16 units; the tree takes some twenty times as much. */
  private static final int MAX_LENGTH = 16 * 1024 * 1024;

  record Config(
      @Description("Where the text of the document is found.") PayloadPath documentPath,
      @Description("A CSS selector of the elements to take; the whole document if blank.")
          @Default("")
          StringTemplate selectorTemplate,
      @Description("What to make of each: text, xml or json.") @Default("text")
          StringTemplate resultFormatTemplate,
      @Description("Where to put the array of results.") PayloadPath resultPath) {}

  /** What becomes of the nodes that were selected together. */
  private enum Format {
    TEXT {
      @Override
      Value of(List<Node> nodes) {
        StringBuilder text = new StringBuilder();
        for (Node node : nodes) {
          node.traverse(
              (inner, depth) -> {
                if (inner instanceof TextNode piece) {
                  text.append(piece.getWholeText());
                }
              });
        }
        return Value.of(text.toString());
      }
    },
    XML {
      @Override
      Value of(List<Node> nodes) {
        StringBuilder text = new StringBuilder();
        for (Node node : nodes) {
          text.append(node.outerHtml());
        }
        return Value.of(text.toString());
      }
    },
    JSON {
      @Override
      Value of(List<Node> nodes) {
        return MarkupJson.document(nodes);
      }
    };

    abstract Value of(List<Node> nodes);

    static Optional<Format> parse(String name) {
      return switch (name.strip().toLowerCase(Locale.ROOT)) {
        case "text" -> Optional.of(TEXT);
        case "xml" -> Optional.of(XML);
        case "json" -> Optional.of(JSON);
        default -> Optional.empty();
      };
    }
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("HtmlParserNode", "html-parser")
        .label("HTML/XML Parser")
        .description("Parses HTML or XML, and finds elements in it by a CSS selector.")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    StringTemplate formats = config.resultFormatTemplate;
    if (formats.isConstant() && Format.parse(formats.source()).isEmpty()) {
      throw new InvalidConfigException(
          "resultFormatTemplate", "is no format", formats.source(), FORMATS);
    }
    return node -> {
      Payload payload = node.payload();
      Format format = format(formats.render(payload));
      Markup markup = Markup.parse(text(config.documentPath, payload));
      Value given = config.selectorTemplate.evaluate(payload);
      String selector = given.isPresent() ? given.toText() : "";
      payload.set(
          config.resultPath,
          selector.isBlank()
              ? ArrayValue.of(format.of(markup.nodes()))
              : selected(markup.root(), selector, format, node));
      return NodeAction.NEXT;
    };
  }

  private static Format format(String name) {
    return Format.parse(name)
        .orElseThrow(
            () ->
                new NodeException(
                    CATEGORY,
                    "resultFormatTemplate must be " + FORMATS + ", not \"" + name + "\""));
  }

  private static String text(PayloadPath path, Payload payload) {
    if (!(payload.get(path) instanceof StringValue text)) {
      throw new NodeException(CATEGORY, "The value at " + path + " is not text");
    }
    if (text.text().length() > MAX_LENGTH) {
      throw new NodeException(
          CATEGORY, "The document at " + path + " is longer than " + MAX_LENGTH + " characters");
    }
    return text.text();
  }

  private static Value selected(Element root, String selector, Format format, NodeContext node) {
    Optional<Predicate<Element>> isSelected = CssSelector.compile(selector, root);
    List<Value> found = new ArrayList<>();
    if (isSelected.isPresent()) {
      for (Element element : root.getAllElements()) {
        node.checkpoint();
        if (element != root && isSelected.get().test(element)) {
          found.add(format.of(List.of(element)));
        }
      }
    }
    return ArrayValue.of(found);
  }
}
