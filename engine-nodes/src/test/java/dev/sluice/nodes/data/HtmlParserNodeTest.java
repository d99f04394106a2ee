package dev.sluice.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.NodeRun;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlParserNodeTest {
  private static final String LIST =
      """
      <ul>
        <li id="first" class="edge"><b>Item</b> number <a href="/one">One</a></li>
        <li id="second"><b>Item</b> number <a href="/two">Two</a></li>
        <li id="third" class="edge"><b>Item</b> number <a href="/three">Three</a></li>
      </ul>
      """;

  private static final String ELEMENTS =
      """
      <main lang="en-US" data-k="a b"><p id="p1" class="one two">1</p><p id="p2" title='a"b'>2</p>\
      <i id="i3" lang="en">3</i><div id="d4"><p id="p5" data-k="b-c">5</p></div><p id="p6"></p></main>
      """;

  private static Outcome parse(String selector, String format, String document) {
    return NodeRun.of("HtmlParserNode")
        .config(
            "{documentPath: 'data.d', selectorTemplate: '{{data.s}}', resultPath: 'r',"
                + " resultFormatTemplate: '"
                + format
                + "'}")
        .press(ObjectValue.builder().put("d", document).put("s", selector).build())
        .succeeded();
  }

  private static Value json(String document) {
    return parse("", "json", document).at("r[0].children");
  }

  private static List<String> selected(String selector, String document) {
    ArrayValue found = (ArrayValue) parse(selector, "json", document).at("r");
    List<String> ids = new ArrayList<>();
    found.forEach(
        part -> ids.add(part.get("children").get(0).get("attributes").get("id").toText()));
    return ids;
  }

  @Test
  void textIsWhatTheElementsSay() {
    assertEquals(
        Json.value("['Item number One', 'Item number Three']"),
        parse(".edge", "text", LIST).at("r"));
  }

  @Test
  void xmlIsTheElementsThemselves() {
    assertEquals(
        ArrayValue.of(
            Value.of(
                "<li id=\"first\" class=\"edge\"><b>Item</b> number <a href=\"/one\">One</a></li>"),
            Value.of(
                "<li id=\"third\" class=\"edge\"><b>Item</b> number"
                    + " <a href=\"/three\">Three</a></li>")),
        parse(".edge", "xml", LIST).at("r"));
  }

  @Test
  void jsonIsTheElementsInParts() {
    assertEquals(
        Json.value(
            """
            [{children: [{type: 'element', name: 'li',
               attributes: {id: 'second'},
               children: [
                 {type: 'element', name: 'b', children: [{type: 'text', value: 'Item'}]},
                 {type: 'text', value: ' number '},
                 {type: 'element', name: 'a', attributes: {href: '/two'},
                  children: [{type: 'text', value: 'Two'}]}]}]}]
            """),
        parse("#second", "json", LIST).at("r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "TEXT", " text ", "{{data.no}}text"})
  void withoutASelectorItIsTheWholeDocument(String format) {
    assertEquals(Json.value("['a b']"), parse("", format, "<p>a <i>b</i></p>").at("r"));
    assertEquals(Json.value("['a b']"), parse("  ", format, "<p>a <i>b</i></p>").at("r"));
  }

  @Test
  void theFormatIsTextIfNoneIsSet() {
    Outcome outcome =
        NodeRun.of("HtmlParserNode")
            .config("{documentPath: 'data.d', resultPath: 'r'}")
            .press("{d: '<p>x</p><p>y</p>'}");
    assertEquals(Json.value("['xy']"), outcome.at("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "<p>a</p>;                          <p>a</p>",
        "<p>a<br>b<p>c;                     <p>a<br />b</p><p>c</p>",
        "<a/><b/>;                          <a><b></b></a>",
        "<Note><To>x</To><link>u</link></Note>; <Note><To>x</To><link>u</link></Note>",
        "<N:Note><N:To>x</N:To></N:Note>;   <N:Note><N:To>x</N:To></N:Note>",
        "<Note><To>x;                       <note><to>x</to></note>",
        "<P CLASS=x>a;                      <p class=\"x\">a</p>",
        "`a &amp; b &lt;`; `a &amp; b &lt;`",
        "`<p>&nbsp;é&eacute;</p>`; `<p>&#xa0;éé</p>`",
        "<html><p>x;                        <html><head></head><body><p>x</p></body></html>",
        "<!DOCTYPE html><p>x;               <!DOCTYPE html><html><head></head><body><p>x</p></body></html>",
        "<body class=b>x;                   <html><head></head><body class=\"b\">x</body></html>",
        "<head><title>t;                    <html><head><title>t</title></head><body></body></html>",
        "<tr><td>x;                         x",
        "``;                                ``",
        "just text;                         just text",
        "x<br>y;                            x<br />y",
        "<a><![CDATA[<x>]]></a>;            <a><![CDATA[<x>]]></a>",
        "<a><!--c--></a>;                   <a><!--c--></a>",
        "<?xml version=\"1.0\"?><a/>;       <?xml version=\"1.0\"?><a></a>",
        "<ns:a xmlns:ns=\"u\"/>;            <ns:a xmlns:ns=\"u\" />",
      })
  void whatIsNotWellFormedIsReadAsHtml(String document, String expected) {
    String actual = parse("", "xml", document).at("r[0]").toText();
    assertEquals(
        expected.replaceAll("<(\\S+?)></\\1>", "<$1 />"),
        actual.replaceAll("<(\\S+?)></\\1>", "<$1 />"));
  }

  @Test
  void everyKindOfNodeHasItsJson() {
    assertEquals(
        Json.value(
            """
            {declaration: {attributes: {version: '1.0', encoding: 'utf-8'}},
             children: [
               {type: 'doctype', doctype: 'foo'},
               {type: 'element', name: 'a', attributes: {x: '1 & 2', y: ''}, children: [
                 {type: 'text', value: ' t & < u '},
                 {type: 'element', name: 'b', children: []},
                 {type: 'comment', value: ' c '},
                 {type: 'cdata', value: ' d<e '},
                 {type: 'instruction', name: 'go', instruction: 'there'},
                 {type: 'element', name: 'c', children: []}]}]}
            """),
        parse(
                "",
                "json",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE foo>"
                    + "<a x=\"1 &amp; 2\" y=\"\"> t &amp; &lt; u <b/><!-- c --><![CDATA[ d<e ]]>"
                    + "<?go there?>\n <c>  </c></a>")
            .at("r[0]"));
    assertEquals(
        Json.value("[{type: 'element', name: 'script', children: [{type: 'text', value: 'a<b'}]}]"),
        json("<script>a<b</script>"));
    assertEquals(
        Json.value("{children: [{type: 'text', value: 'x'}]}"), parse("", "json", "x").at("r[0]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<p>a<script>b()</script><style>c{}</style></p>d<br>; ad",
        "<p> a\t b </p>;  ' a\t b '",
        "<p>a<!-- b --></p>; a",
        "<a>x<![CDATA[<y>]]></a>; x<y>",
        "'<p>1 &lt; 2</p>'; 1 < 2",
      })
  void textIsOnlyWhatIsVisible(String document, String expected) {
    assertEquals(Value.of(expected), parse("", "text", document).at("r[0]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "p;                          p1 p2 p5 p6",
        "main > p;                   p1 p2 p6",
        "main p;                     p1 p2 p5 p6",
        "p + i;                      i3",
        "p ~ p;                      p2 p6",
        "#p2, #i3;                   p2 i3",
        ".one.two;                   p1",
        "p.two;                      p1",
        "[title];                    p2",
        "[ title ];                  p2",
        "[title='a\"b'];             p2",
        "[id=p5];                    p5",
        "[ id = \"p5\" ];            p5",
        "[id^=p];                    p1 p2 p5 p6",
        "[id$='4'];                  d4",
        "[data-k*='-'];              p5",
        "p[class~=two];              p1",
        "p[class~='tw'];             ``",
        "p[class~='one two'];        ``",
        "p[class~=''];               ``",
        "p[class~=.];                ``",
        "[lang|=en];                 i3",
        "i[lang|=\"en\"];            i3",
        "p:first-child;              p1 p5",
        "p:last-child;               p5 p6",
        "p:only-child;               p5",
        "p:nth-child(2);             p2",
        "p:nth-child(odd);           p1 p5 p6",
        "p:nth-last-child(1);        p5 p6",
        "p:nth-of-type(3);           p6",
        "p:nth-last-of-type(3);      p1",
        "p:first-of-type;            p1 p5",
        "p:last-of-type;             p5 p6",
        "i:only-of-type;             i3",
        "p:empty;                    p6",
        "p:not(.one, #p6);           p2 p5",
        ":is(i, div);                i3 d4",
        "div:has(p);                 d4",
        "div:has(> i);               ``",
        "div:has(i), i:has(p), div:has(p); d4",
        "#p\\31;                     p1",
        ".edge;                      ``",
      })
  void elementsAreSelectedAsCssHasIt(String selector, String expected) {
    assertEquals(
        expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)),
        selected(selector, ELEMENTS.replace(" lang=\"en-US\"", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[class~='a.b'];   i1",
        "[class~='(c'];    i1",
        "[class~='9$'];    i2",
        "[title='\"q'];    i2",
      })
  void whatAnAttributeHoldsIsNoPattern(String selector, String expected) {
    String document = "<i id=i1 class='a.b (c'></i><i id=i2 class='axb c 9$' title='\"q'></i>";
    assertEquals(List.of(expected), selected(selector, document));
  }

  @Test
  void aLanguageMayHaveARegion() {
    ArrayValue found = (ArrayValue) parse("[lang|=en]", "text", ELEMENTS).at("r");
    assertEquals(2, found.size());
    assertEquals(1, ((ArrayValue) parse(":root", "text", ELEMENTS).at("r")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "p[",
        "p[id=",
        "p:matches(1)",
        "p:contains(1)",
        "p:eq(0)",
        "p::text",
        "p:hover",
        "p:",
        "[id~=(p]",
        "p[^i]",
        "p[id!=p1]",
        "p >",
        "> > p",
        "div:has(p:has(i))",
        "div:not(:has(p:has(i)))",
        "p:nth-child(x)",
        "p:nth-child(99999999999)",
        "p)",
        "\\",
        "#",
        "p[id=\"p1' ]",
      })
  void whatIsNoSelectorSelectsNothing(String selector) {
    assertEquals(Json.value("[]"), parse(selector, "text", ELEMENTS).at("r"));
  }

  @Test
  void selectorsAreBounded() {
    String deep = ":not(".repeat(15) + "i" + ")".repeat(15);
    assertEquals(5, ((ArrayValue) parse("p" + deep + ", i", "text", ELEMENTS).at("r")).size());
    String deepest = ":not(".repeat(16) + "i" + ")".repeat(16);
    assertEquals(1, ((ArrayValue) parse("p" + deepest + ", i", "text", ELEMENTS).at("r")).size());
    String deeper = ":not(".repeat(17) + "i" + ")".repeat(17);
    assertEquals(Json.value("[]"), parse("p" + deeper, "text", ELEMENTS).at("r"));
    assertEquals(4, ((ArrayValue) parse("p" + " ".repeat(999), "text", ELEMENTS).at("r")).size());
    assertEquals(Json.value("[]"), parse("p" + " ".repeat(1_000), "text", ELEMENTS).at("r"));
  }

  @Test
  void namesOfXmlKeepTheirCaseAndAreFoundInAny() {
    assertEquals(
        Json.value("['<Item>1</Item>']"),
        parse("list > item", "xml", "<List><Item>1</Item></List>").at("r"));
    assertEquals(Json.value("['1']"), parse("a|b", "text", "<a:b xmlns:a=\"u\">1</a:b>").at("r"));
  }

  @Test
  void nothingIsFetchedAndNothingExpanded() {
    String document =
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/passwd\">"
            + "<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><r>&f;|&b;</r>";
    String text = parse("r", "text", document).at("r[0]").toText();
    assertEquals("&f;|&b;", text);
    assertFalse(parse("", "xml", document).at("r[0]").toText().contains("root:"));
  }

  @Test
  void entitiesOfEntitiesAreNotReplacedEither() {
    StringBuilder document = new StringBuilder("<!DOCTYPE R [<!ENTITY e0 \"x\">");
    for (int i = 1; i <= 20; i++) {
      String ten = ("&e" + (i - 1) + ";").repeat(10);
      document.append("<!ENTITY e").append(i).append(" \"").append(ten).append("\">");
    }
    document.append("]><Root>&e20;</Root>");
    assertEquals(Json.value("['&e20;']"), parse("Root", "text", document.toString()).at("r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "xml", "json"})
  void nestingWithoutEndIsRead(String format) {
    String open = "<b>".repeat(20_000);
    String close = "</b>".repeat(20_000);
    assertTrue(parse("", format, open + "x" + close).at("r[0]").isPresent());
    assertTrue(parse("", format, open + "x").at("r[0]").isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};       The value at data.d is not text",
        "{d: 5};   The value at data.d is not text",
        "{d: null}; The value at data.d is not text",
      })
  void aDocumentMustBeText(String data, String message) {
    Outcome outcome =
        NodeRun.of("HtmlParserNode")
            .config("{documentPath: 'data.d', resultPath: 'r', selectorTemplate: '{{data.no}}'}")
            .press(data);
    assertEquals("ValidationError", outcome.error().name());
    assertEquals(message, outcome.error().message());
  }

  @Test
  void aDocumentIsBounded() {
    NodeRun node = NodeRun.of("HtmlParserNode").config("{documentPath: 'data.d', resultPath: 'r'}");
    String longest = "x".repeat(16 * 1024 * 1024);
    // So large that what the node itself refuses comes before what the engine does.
    EngineLimits limits = EngineLimits.defaults().withPayloadSize(1L << 30);
    try (TestEngine engine = TestEngine.start(builder -> builder.limits(limits))) {
      engine.deploy(node.flow());
      ObjectValue fitting = ObjectValue.of("d", Value.of(longest));
      assertTrue(engine.press("flow", fitting).result().succeeded());
      Outcome outcome = engine.press("flow", ObjectValue.of("d", Value.of(longest + "x")));
      assertEquals(
          "The document at data.d is longer than 16777216 characters", outcome.error().message());
    }
  }

  @Test
  void theFormatMustBeOne() {
    NodeRun node =
        NodeRun.of("HtmlParserNode")
            .config(
                "{documentPath: 'data.d', resultPath: 'r', resultFormatTemplate: '{{data.f}}'}");
    Outcome outcome = node.press("{d: 'x', f: 'yaml'}");
    assertEquals("ValidationError", outcome.error().name());
    assertEquals(
        "resultFormatTemplate must be text, xml or json, not \"yaml\"", outcome.error().message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{resultPath: 'r'};                                             documentPath",
        "{documentPath: 'a'};                                           resultPath",
        "{documentPath: 'a', resultPath: 'r', resultFormatTemplate: 'yaml'}; resultFormatTemplate",
        "{documentPath: 'a', resultPath: 'r', selectorTemplate: '{{'};  selectorTemplate",
      })
  void aWrongConfigurationIsRefused(String config, String field) {
    assertEquals("config." + field, NodeRun.of("HtmlParserNode").config(config).refusal().field());
  }
}
