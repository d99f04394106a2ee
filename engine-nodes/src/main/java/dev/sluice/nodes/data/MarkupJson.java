package dev.sluice.nodes.data;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;

/** Nodes of a document as JSON, in the form that the toHtml helper turns into text again. */
final class MarkupJson {
  private static final String CHILDREN = "children";
  private static final String VALUE = "value";

  private MarkupJson() {}

  /** A document, or the part of one, that consists of nodes. */
  static Value document(List<Node> nodes) {
    ObjectValue.Builder document = ObjectValue.builder();
    for (Node node : nodes) {
      if (isProlog(node)) {
        document.put("declaration", ObjectValue.of("attributes", attributes(node)));
      }
    }
    return document.put(CHILDREN, children(nodes)).build();
  }

  private static boolean isProlog(Node node) {
    return node instanceof XmlDeclaration declaration && declaration.name().equals("xml");
  }

  private static ArrayValue children(List<Node> nodes) {
    ArrayValue.Builder children = ArrayValue.builder();
    for (Node node : nodes) {
      node(node).ifPresent(children::add);
    }
    return children.build();
  }

  private static Optional<Value> node(Node node) {
    return Optional.ofNullable(
        switch (node) {
          case Element element -> element(element);
          case CDataNode data -> leaf("cdata", VALUE, data.getWholeText()).build();
          case TextNode text when text.isBlank() -> null;
          case TextNode text -> leaf("text", VALUE, text.getWholeText()).build();
          case DataNode data -> leaf("text", VALUE, data.getWholeData()).build();
          case Comment comment -> leaf("comment", VALUE, comment.getData()).build();
          case DocumentType type -> leaf("doctype", "doctype", inside(type)).build();
          case XmlDeclaration instruction when !isProlog(instruction) ->
              leaf("instruction", "name", instruction.name())
                  .put("instruction", instruction.getWholeDeclaration())
                  .build();
          default -> null;
        });
  }

  private static ObjectValue.Builder leaf(String type, String key, String text) {
    return ObjectValue.builder().put("type", type).put(key, text);
  }

  private static Value element(Element element) {
    ObjectValue.Builder object = leaf("element", "name", element.tagName());
    if (element.attributesSize() > 0) {
      object.put("attributes", attributes(element));
    }
    return object.put(CHILDREN, children(element.childNodes())).build();
  }

  private static ObjectValue attributes(Node node) {
    ObjectValue.Builder attributes = ObjectValue.builder();
    for (Attribute attribute : node.attributes()) {
      // The name of a declaration is among them.
      if (!attribute.getKey().startsWith("#")) {
        attributes.put(attribute.getKey(), attribute.getValue());
      }
    }
    return attributes.build();
  }

  /** What a document type has between its keyword and its end. */
  private static String inside(DocumentType type) {
    String text = type.outerHtml();
    return text.substring("<!doctype ".length(), text.length() - 1);
  }
}
