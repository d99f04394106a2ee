package dev.sluice.nodes.data;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * A parsed document. What is well-formed XML is read as XML, so that names keep their case and
 * elements their content; anything else is HTML, which always can be read.
 *
 * @param root the element whose children are the document
 */
record Markup(Element root) {
  /** Elements nested deeper are moved up, so that whoever walks the tree may recurse. */
  private static final int MAX_DEPTH = 512;

  private static final List<String> WHOLE_DOCUMENT =
      List.of("<!doctype", "<html", "<head", "<body");

  static Markup parse(String text) {
    boolean isXml = isXml(text);
    boolean isWhole = isXml || isWholeDocument(text);
    Parser parser = isXml ? Parser.xmlParser() : Parser.htmlParser();
    Document document =
        isWhole
            ? parser.setMaxDepth(MAX_DEPTH).parseInput(text, "")
            : Parser.parseBodyFragment(text, "");
    document
        .outputSettings()
        .syntax(Syntax.xml)
        .escapeMode(EscapeMode.xhtml)
        .charset("UTF-8")
        .prettyPrint(false);
    return new Markup(isWhole ? document : document.body());
  }

  /** The nodes of the document itself. */
  List<Node> nodes() {
    return root.childNodes();
  }

  private static boolean isWholeDocument(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WHOLE_DOCUMENT.stream().anyMatch(lower::contains);
  }

  private static boolean isXml(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("<")) {
      return false;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(trimmed));
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }
}
