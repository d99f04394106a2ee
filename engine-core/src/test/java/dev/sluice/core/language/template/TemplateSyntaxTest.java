package dev.sluice.core.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language itself: what is accepted, what is refused, and what each construct means. */
final class TemplateSyntaxTest {
  private static final String PAYLOAD =
      """
      {"a": 1, "b": 2, "n": null, "t": true, "f": false, "html": "<&>",
       "o": {"x": 1, "y": {"z": "deep"}}, "list": [{"n": "p"}, {"n": "q"}], "empty": [],
       "da-sh": "dashed", "length": 9}
      """;

  private final TemplateCompiler compiler = Rendered.compiler(TemplateLimits.defaults());

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "{{html}} {{{html}}} {{&html}}                       ¦ &lt;&amp;&gt; <&> <&>",
        "{{o.y.z}} {{o/x}} {{this.a}} {{./b}} {{[da-sh]}}     ¦ deep 1 1 2 dashed",
        "{{#each list}}{{@index}}{{n}}{{../a}}{{/each}}       ¦ 0p11q1",
        "{{#each o as |v k|}}{{k}}={{v}};{{/each}}            ¦ x=1;y=[object Object];",
        "{{#with o.y as |w|}}{{w.z}}{{@root.b}}{{/with}}      ¦ deep2",
        "{{#if f}}1{{else if t}}2{{else}}3{{/if}}             ¦ 2",
        "{{^f}}no{{else}}yes{{/f}}                            ¦ no",
        "{{#o}}{{x}}{{/o}}{{#n}}1{{^}}2{{/n}}{{#list}}{{n}}{{/list}} ¦ 12pq",
        "a {{~b~}} c                                          ¦ a2c",
        "\\{{a}} \\\\{{a}}                                    ¦ {{a}} \\1",
        "{{! x }}{{!-- }} --}}y                               ¦ y",
        "{{{{a}}}}{{b}}{{{{/a}}}}                             ¦ {{b}}",
        "{{#if (eq a 1)}}one{{/if}}{{lookup o 'x'}}           ¦ one1",
        "[{{constructor}}{{__proto__}}{{o.toString}}] ¦ []",
      })
  void rendersEachConstruct(String template, String expected) {
    assertEquals(expected, Rendered.of(template.strip(), PAYLOAD));
  }

  @Test
  void removesTheLineOfATagThatStandsAlone() {
    assertEquals("x\ny\nz\n", Rendered.of("x\n  {{#if t}}  \ny\n{{/if}}\n{{! c }}\nz\n", PAYLOAD));
    assertEquals("x \n y", Rendered.of("x {{#if t}}\n y{{/if}}", PAYLOAD));
  }

  @Test
  void takesAHelperForAHelperEvenWhereAPropertyHasItsName() {
    assertEquals("", Rendered.of("{{length}}", PAYLOAD));
    assertEquals("9", Rendered.of("{{this.length}}", PAYLOAD));
  }

  @Test
  void takesABlockParameterForAValueEvenWithArguments() {
    assertEquals(
        "5|5|number|[5]",
        Rendered.of(
            "{{#with 5 as |if|}}{{if 1}}|{{if x=1}}|{{typeof (if 1)}}|{{#if 0}}[{{this}}]{{/if}}{{/with}}",
            PAYLOAD));
    assertEquals("2", Rendered.of("{{#with b as |upper|}}{{upper 'x'}}{{/with}}", PAYLOAD));
  }

  @Test
  void leavesOutANamedArgumentThatIsWrittenOutAsUndefined() {
    assertEquals(
        "1 2", Rendered.of("{{length (obj x=undefined y=1)}} {{length (obj x=q y=1)}}", PAYLOAD));
  }

  @Test
  void addsLeadingNumbersAsHandlebarsDoes() {
    assertEquals("3", Rendered.of("{{{a}}}{{{b}}}", PAYLOAD));
    assertEquals("12", Rendered.of("{{a}}{{b}}", PAYLOAD));
    assertEquals("-12", Rendered.of("-{{{a}}}{{{b}}}", PAYLOAD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{a",
        "{{}}",
        "{{a}}}",
        "{{{a}}",
        "{{#if a}}",
        "{{/if}}",
        "{{#if a}}{{/with}}",
        "{{a.0}}",
        "{{> part}}",
        "{{#> part}}{{/part}}",
        "{{* d}}",
        "{{#* d}}{{/d}}",
        "{{a 'open}}",
        "{{a [b}}",
        "{{!-- open }}",
        "{{{{raw}}}} x",
        "{{{{a}}}}x{{{{/b}}}}",
        "{{a=1}}",
        "{{(a)}}",
        "{{a.this}}",
        "{{else}}",
        "{{#each a as |}}{{/each}}",
        "{{a b=1 c}}",
        "{{match a '(?=x)'}}",
        "{{match a '('}}",
        "{{#if a}}{{else}}{{else}}{{/if}}"
      })
  void refusesWhatIsNoTemplate(String template) {
    SyntaxException thrown =
        assertThrows(SyntaxException.class, () -> compiler.compile(template), template);
    assertTrue(thrown.offset() >= 0 && thrown.offset() <= template.length(), template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{nosuch 1}}",
        "{{#nosuch 1}}{{/nosuch}}",
        "{{o.x 1}}",
        "{{#if}}x{{/if}}",
        "{{each a}}",
        "{{#if a b}}{{/if}}",
        "{{lookup a}}",
        "{{upper (a)}}",
        "{{decodeURIComponent '%'}}"
      })
  void failsOnlyWhereItGetsThere(String template) {
    assertThrows(EvaluationException.class, () -> Rendered.of(template, PAYLOAD), template);
    assertEquals("", Rendered.of("{{#if f}}" + template + "{{/if}}", PAYLOAD));
  }

  @Test
  void keepsTheTypeOfASingleReference() {
    Payload payload = Rendered.payload(PAYLOAD);
    assertEquals(Value.of(1), compiler.compile("{{a}}").evaluate(payload));
    assertEquals(payload.get("list"), compiler.compile("{{{list}}}").evaluate(payload));
    assertEquals(Value.undefined(), compiler.compile("{{nothing.here}}").evaluate(payload));
    assertEquals(Value.of("12"), compiler.compile("{{a}}{{b}}").evaluate(payload));
    assertEquals(Value.of(" 1"), compiler.compile(" {{a}}").evaluate(payload));
  }

  @Test
  void givesOperandsTheirTypes() {
    Payload payload = Rendered.payload(PAYLOAD);
    assertEquals(Value.of(3), compiler.compileOperand("{{add a b}}", 0).evaluate(payload));
    assertEquals(Value.of(true), compiler.compileOperand("{{gt b a}}", 0).evaluate(payload));
    assertEquals(payload.get("o.y"), compiler.compileOperand("{{o.y}}", 0).evaluate(payload));
    for (String wrong :
        new String[] {"{{#if a}}{{/if}}", "{{a}}{{b}}", "a", "{{if a}}", "{{a", "{{! x }}"}) {
      SyntaxException thrown =
          assertThrows(SyntaxException.class, () -> compiler.compileOperand(wrong, 100), wrong);
      assertTrue(thrown.offset() >= 100, wrong);
    }
  }

  @Test
  void knowsWhatIsConstant() {
    assertTrue(compiler.compile("text {{! comment }}").isConstant());
    assertFalse(compiler.compile("text {{a}}").isConstant());
  }

  @Test
  void appendsToWhatIsThere() {
    StringBuilder output = new StringBuilder("<");
    compiler.compile("{{a}}>").appendTo(output, Rendered.payload(PAYLOAD));
    assertEquals("<1>", output.toString());
  }

  @Test
  void limitsNestingOutputAndSteps() {
    assertThrows(
        SyntaxException.class,
        () -> compiler.compile("{{#if a}}".repeat(101) + "{{/if}}".repeat(101)));
    assertThrows(
        SyntaxException.class, () -> compiler.compile("{{upper " + "(upper ".repeat(50_000) + "a"));
    assertThrows(
        SyntaxException.class,
        () -> compiler.compile("{{#if f}}" + "{{else if f}}".repeat(50_000) + "{{/if}}"));
    assertEquals(
        "end",
        Rendered.of("{{#if f}}" + "{{else if f}}".repeat(400) + "{{else}}end{{/if}}", PAYLOAD));
    TemplateCompiler tight = Rendered.compiler(new TemplateLimits(100, 1000, 10));
    Payload payload =
        Rendered.payload("{\"l\": [" + "1,".repeat(99) + "1], \"t\": \"{{template t}}\"}");
    for (String greedy :
        new String[] {
          "{{#each l}}xx{{/each}}",
          "{{#each l}}{{#each ../l}}{{/each}}{{/each}}",
          "{{#each l}}{{#each ../l}} {{/each}}{{/each}}",
          "{{template t}}"
        }) {
      assertThrows(EvaluationException.class, () -> tight.compile(greedy).render(payload), greedy);
    }
    assertThrows(
        EvaluationException.class, () -> compiler.compile("{{template t}}").render(payload));
  }
}
