package dev.sluice.api.node;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.Dates;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.language.TextPatterns;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;

/**
 * One node while its flow is compiled. For configurations whose fields mean different things in
 * different modes, it compiles a field's text; a text that does not compile throws an {@link
 * InvalidConfigException} that names the field.
 */
public interface NodeBinding {
  /**
   * The node's id.
   *
   * @return its id in the flow
   */
  String nodeId();

  /**
   * The class of the flow.
   *
   * @return its class
   */
  FlowClass flowClass();

  /**
   * The node's {@code meta}.
   *
   * @return what the flow has there
   */
  ObjectValue meta();

  /**
   * Compiles a string template.
   *
   * @param field the field it stands in
   * @param source its text
   * @return the template
   * @throws InvalidConfigException if it does not compile
   */
  StringTemplate template(String field, String source);

  /**
   * Compiles an expression.
   *
   * @param field the field it stands in
   * @param source its text
   * @return the expression
   * @throws InvalidConfigException if it does not compile
   */
  Expression expression(String field, String source);

  /**
   * Compiles a JSON template.
   *
   * @param field the field it stands in
   * @param source its text
   * @return the template
   * @throws InvalidConfigException if it does not compile
   */
  JsonTemplate jsonTemplate(String field, String source);

  /**
   * Parses a payload path.
   *
   * @param field the field it stands in
   * @param source its text
   * @return the path
   * @throws InvalidConfigException if it is no path
   */
  PayloadPath path(String field, String source);

  /**
   * The language of dates. May be kept and used while the node runs.
   *
   * @return reads and writes dates
   */
  Dates dates();

  /**
   * The regular expressions of the flow format. May be kept and used while the node runs.
   *
   * @return compiles regular expressions
   */
  TextPatterns patterns();

  /**
   * Looks up a custom node that this node calls.
   *
   * @param flowId the id of the custom node's flow
   * @param version the name of its version, {@code develop}, or {@code default}
   * @return the custom node; whether it is deployed is seen when it is called
   */
  CustomNode customNode(String flowId, String version);
}
