package dev.sluice.core.language.template.helper;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.Map;

/**
 * Documents from trees of elements, in the form that the HTML parser node gives them: {@code type},
 * {@code name}, {@code attributes}, {@code children}, {@code value}.
 */
final class MarkupHelpers {
  private static final int MAX_DEPTH = 200;

  private MarkupHelpers() {}

  static Map<String, Helper> all() {
    return Map.of("toHtml", (Helper.OfCall) MarkupHelpers::toHtml);
  }

  private static Value toHtml(Invocation call) {
    StringBuilder result = new StringBuilder();
    write(call.argument(0), call, result, 0);
    return Value.of(result.toString());
  }

  private static void write(Value node, Invocation call, StringBuilder result, int depth) {
    if (depth > MAX_DEPTH) {
      throw new EvaluationException("Elements are nested more than " + MAX_DEPTH + " levels deep");
    }
    int before = result.length();
    switch (node) {
      case ArrayValue array -> {
        for (Value item : array) {
          write(item, call, result, depth + 1);
        }
      }
      case ObjectValue object -> writeNode(object, call, result, depth);
      default -> {}
    }
    call.charge(1 + (result.length() - before) / 64);
  }

  private static void writeNode(
      ObjectValue node, Invocation call, StringBuilder result, int depth) {
    Value declaration = node.get("declaration");
    if (declaration instanceof ObjectValue head) {
      result.append("<?xml");
      writeAttributes(head.get("attributes"), call, result);
      result.append("?>");
    }
    Value children = node.get("children");
    String value = TextHelpers.text(node.get("value"));
    switch (TextHelpers.text(node.get("type"))) {
      case "element" -> {
        String name = name(node.get("name"));
        result.append('<').append(name);
        writeAttributes(node.get("attributes"), call, result);
        if (children instanceof ArrayValue array && !array.isEmpty()) {
          result.append('>');
          write(array, call, result, depth + 1);
          result.append("</").append(name).append('>');
        } else {
          result.append("/>");
        }
      }
      case "text" ->
          result.append(
              value
                  .replace("&amp;", "&")
                  .replace("&", "&amp;")
                  .replace("<", "&lt;")
                  .replace(">", "&gt;"));
      case "comment" -> result.append("<!--").append(value.replace("--", "- -")).append("-->");
      case "cdata" ->
          result.append("<![CDATA[").append(value.replace("]]>", "]]]]><![CDATA[>")).append("]]>");
      case "doctype" ->
          result.append("<!DOCTYPE ").append(TextHelpers.text(node.get("doctype"))).append('>');
      default -> write(children, call, result, depth + 1);
    }
  }

  private static void writeAttributes(Value attributes, Invocation call, StringBuilder result) {
    if (!(attributes instanceof ObjectValue object)) {
      return;
    }
    call.charge(object.size());
    object.forEach(
        (key, value) -> {
          if (value != UndefinedValue.UNDEFINED) {
            result
                .append(' ')
                .append(name(Value.of(key)))
                .append("=\"")
                .append(TextHelpers.text(value).replace("\"", "&quot;"))
                .append('"');
          }
        });
  }

  /** A name that could end its tag would let data write markup. */
  private static String name(Value value) {
    String name = TextHelpers.text(value);
    boolean harmless =
        !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || "<>\"'/=".indexOf(c) >= 0);
    if (!harmless) {
      throw new EvaluationException(
          "\"" + name + "\" cannot be the name of an element or an attribute");
    }
    return name;
  }
}
