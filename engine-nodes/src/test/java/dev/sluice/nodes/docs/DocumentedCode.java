package dev.sluice.nodes.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The code block of a document, as a reader would copy it. */
record DocumentedCode(String text) {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");

  /** The first block of Java of a document. */
  static DocumentedCode in(String document) throws IOException {
    Path file = Path.of(System.getProperty("sluice.root", ".."), document);
    Matcher block = BLOCK.matcher(Files.readString(file));
    if (!block.find()) {
      throw new IllegalStateException("There is no Java in " + file);
    }
    return new DocumentedCode(block.group(1));
  }

  int lines() {
    return (int) text.lines().count();
  }

  /** Compiles the code into a folder and loads its first class. */
  Class<?> compile(Path folder) throws IOException, ClassNotFoundException {
    String simpleName = first(CLASS);
    Path source = Files.writeString(folder.resolve(simpleName + ".java"), text);
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release",
              "21",
              "-proc:none",
              "-d",
              folder.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      if (!compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
          .call()) {
        throw new AssertionError(messages.toString());
      }
    }
    Matcher named = PACKAGE.matcher(text);
    String name = named.find() ? named.group(1) + "." + simpleName : simpleName;
    // Not closed: the class may load others of its folder later on.
    return Class.forName(
        name, true, URLClassLoader.newInstance(new java.net.URL[] {folder.toUri().toURL()}));
  }

  private String first(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("There is no " + pattern + " in the code");
    }
    return matcher.group(1);
  }
}
