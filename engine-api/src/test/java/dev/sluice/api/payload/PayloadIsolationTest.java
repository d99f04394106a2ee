package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares payloads, whose values share what they can, with trees of Java collections that share
 * nothing: whatever is done to them in whatever order, the two must look the same.
 */
class PayloadIsolationTest {
  private static final int OPERATIONS = 8_000;
  private static final int PAYLOADS = 6;
  private static final int HELD = 12;
  private static final int LARGEST_TREE = 60;

  /** What JSON has, without sharing: maps, lists and scalars. */
  private static final class Model {
    private Object root;

    Model(Object root) {
      this.root = copy(root);
    }

    static Object copy(Object tree) {
      return switch (tree) {
        case Map<?, ?> map -> {
          Map<String, Object> copy = new LinkedHashMap<>();
          map.forEach((key, value) -> copy.put((String) key, copy(value)));
          yield copy;
        }
        case List<?> list -> {
          List<Object> copy = new ArrayList<>();
          list.forEach(item -> copy.add(copy(item)));
          yield copy;
        }
        default -> tree;
      };
    }

    static int count(Object tree) {
      return switch (tree) {
        case Map<?, ?> map -> 1 + map.values().stream().mapToInt(Model::count).sum();
        case List<?> list -> 1 + list.stream().mapToInt(Model::count).sum();
        default -> 1;
      };
    }

    static Value value(Object tree) {
      return switch (tree) {
        case Map<?, ?> map -> {
          ObjectValue.Builder object = ObjectValue.builder();
          map.forEach((key, value) -> object.put((String) key, value(value)));
          yield object.build();
        }
        case List<?> list -> ArrayValue.of(list.stream().map(Model::value).toList());
        case Double number -> Value.of(number);
        case String text -> Value.of(text);
        default -> Value.undefined();
      };
    }

    private static Object child(Object holder, Step step) {
      return switch (holder) {
        case Map<?, ?> map -> map.containsKey(step.key) ? map.get(step.key) : Absent.ABSENT;
        case List<?> list ->
            step.index >= 0 && step.index < list.size() ? list.get(step.index) : Absent.ABSENT;
        case String text ->
            step.index >= 0 && step.index < text.length()
                ? text.substring(step.index, step.index + 1)
                : Absent.ABSENT;
        default -> Absent.ABSENT;
      };
    }

    Object get(List<Step> path) {
      Object at = root;
      for (Step step : path) {
        at = child(at, step);
      }
      return copy(at);
    }

    /** False where an array would need a property; the tree is as it was then. */
    boolean set(List<Step> path, Object value) {
      Model changed = new Model(root);
      changed.root = set(changed.root, path, value);
      if (contains(changed.root, Absent.IMPOSSIBLE)) {
        return false;
      }
      root = changed.root;
      return true;
    }

    private static boolean contains(Object tree, Object wanted) {
      return switch (tree) {
        case Map<?, ?> map -> map.values().stream().anyMatch(value -> contains(value, wanted));
        case List<?> list -> list.stream().anyMatch(item -> contains(item, wanted));
        default -> tree == wanted;
      };
    }

    @SuppressWarnings("unchecked")
    private static Object set(Object at, List<Step> path, Object value) {
      if (path.isEmpty()) {
        return copy(value);
      }
      Step step = path.getFirst();
      List<Step> rest = path.subList(1, path.size());
      Object holder = at;
      if (!(holder instanceof Map) && !(holder instanceof List)) {
        holder = step.bracketed ? new ArrayList<>() : new LinkedHashMap<>();
      }
      Object child = set(child(holder, step), rest, value);
      if (holder instanceof List) {
        List<Object> list = (List<Object>) holder;
        if (step.index < 0) {
          return Absent.IMPOSSIBLE;
        }
        while (list.size() <= step.index) {
          list.add(Absent.ABSENT);
        }
        list.set(step.index, child);
      } else {
        ((Map<String, Object>) holder).put(step.key, child);
      }
      return holder;
    }

    @SuppressWarnings("unchecked")
    void remove(List<Step> path) {
      if (path.isEmpty()) {
        root = new LinkedHashMap<>();
        return;
      }
      Object at = root;
      for (Step step : path.subList(0, path.size() - 1)) {
        at = child(at, step);
      }
      Step last = path.getLast();
      if (at instanceof Map<?, ?> map) {
        map.remove(last.key);
      } else if (at instanceof List && last.index >= 0 && last.index < ((List<?>) at).size()) {
        ((List<Object>) at).set(last.index, Absent.ABSENT);
      }
    }
  }

  private enum Absent {
    ABSENT,
    IMPOSSIBLE
  }

  private record Step(String key, int index, boolean bracketed) {
    @Override
    public String toString() {
      return bracketed ? "[" + index + "]" : key;
    }
  }

  /** A value read earlier and what it was then. */
  private record Held(Value value, Object was, String json) {}

  private static final class World {
    private final Random random;
    private final List<Payload> payloads = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    World(long seed) {
      random = new Random(seed);
      payloads.add(Payload.empty());
      models.add(new Model(new LinkedHashMap<String, Object>()));
    }

    List<Step> path() {
      int length = random.nextInt(60) == 0 ? 0 : 1 + random.nextInt(4);
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        if (random.nextInt(3) == 0) {
          int index = random.nextInt(4);
          steps.add(new Step(Integer.toString(index), index, true));
        } else {
          steps.add(new Step("k" + random.nextInt(i == 0 ? 24 : 3), -1, false));
        }
      }
      return steps;
    }

    static String text(List<Step> path) {
      return path.isEmpty() ? "." : String.join(".", path.stream().map(Step::toString).toList());
    }

    Object scalar() {
      return random.nextBoolean() ? (double) random.nextInt(100) : "t" + random.nextInt(100);
    }

    void act() {
      int at = random.nextInt(payloads.size());
      Payload payload = payloads.get(at);
      Model model = models.get(at);
      List<Step> path = path();
      String text = text(path);
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> write(payload, model, path, scalar());
        case 3, 4 -> {
          Object value = held.isEmpty() ? scalar() : pick(held).was;
          int size = Model.count(model.root) + Model.count(value);
          write(payload, model, path, size > LARGEST_TREE ? scalar() : value);
        }
        case 5 -> {
          payload.remove(PayloadPath.parse(text));
          model.remove(path);
        }
        case 6, 7 -> {
          Value value = payload.get(text);
          hold(new Held(value, model.get(path), value.toJson()));
        }
        case 8 -> {
          Value value = payload.root();
          hold(new Held(value, model.get(List.of()), value.toJson()));
        }
        default -> {
          Payload fork = payload.fork();
          Model same = new Model(model.root);
          if (payloads.size() < PAYLOADS) {
            payloads.add(fork);
            models.add(same);
          } else {
            int replaced = random.nextInt(PAYLOADS);
            payloads.set(replaced, fork);
            models.set(replaced, same);
          }
        }
      }
    }

    /** Stores the very value that was held, if the tree is one, and not an equal one. */
    void write(Payload payload, Model model, List<Step> path, Object tree) {
      Value value =
          held.stream()
              .filter(candidate -> candidate.was == tree)
              .map(Held::value)
              .findFirst()
              .orElseGet(() -> Model.value(tree));
      boolean possible = model.set(path, tree);
      try {
        payload.set(text(path), value);
        assertEquals(true, possible, () -> text(path) + " should not have been written");
      } catch (PayloadLimitException e) {
        assertEquals(false, possible, () -> text(path) + ": " + e.getMessage());
      }
    }

    <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    void hold(Held value) {
      if (held.size() < HELD) {
        held.add(value);
      } else {
        held.set(random.nextInt(HELD), value);
      }
    }

    void check(String step) {
      for (int i = 0; i < payloads.size(); i++) {
        // Not through root(), which would mark everything shared and so hide what this looks for.
        assertEquals(Model.value(models.get(i).root).toString(), payloads.get(i).toString(), step);
      }
      for (Held value : held) {
        assertEquals(value.json, value.value.toJson(), step);
        assertEquals(Model.value(value.was), value.value, step);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_240_115, -7, 99})
  void payloadsBehaveLikeDeepCopies(long seed) {
    World world = new World(seed);
    for (int i = 0; i < OPERATIONS; i++) {
      world.act();
      world.check("operation " + i + " of seed " + seed);
    }
  }
}
