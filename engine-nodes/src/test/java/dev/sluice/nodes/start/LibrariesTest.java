package dev.sluice.nodes.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The libraries of single nodes are loaded by flows that have such nodes, and by no others. */
class LibrariesTest {
  private static final List<String> OF_SINGLE_NODES =
      List.of("bcprov-", "jsoup-", "json-schema-", "js-", "truffle-", "polyglot-", "regex-");

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @Test
  void aFlowRunsWithoutTheLibrariesOfNodesThatItDoesNotHave() throws Exception {
    List<URL> libraries = new ArrayList<>();
    List<URL> rest = new ArrayList<>();
    for (String entry : CLASS_PATH.split(File.pathSeparator)) {
      (isLibrary(entry) ? libraries : rest).add(url(entry));
    }
    assertFalse(libraries.isEmpty());
    try (URLClassLoader loader =
        new URLClassLoader(rest.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> flow = loader.loadClass(SimpleFlow.class.getName());
      assertEquals("Hello Ada", ((Callable<?>) flow.getConstructor().newInstance()).call());
    }
  }

  private static boolean isLibrary(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return OF_SINGLE_NODES.stream().anyMatch(name::startsWith);
  }

  private static URL url(String entry) throws MalformedURLException {
    return Path.of(entry).toUri().toURL();
  }
}
