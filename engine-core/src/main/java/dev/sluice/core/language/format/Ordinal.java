package dev.sluice.core.language.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a language writes ordinal numbers. */
sealed interface Ordinal {

  /**
   * Writes a number.
   *
   * @param number a number
   * @param unit the token of what it counts, such as {@code D}
   * @return the ordinal
   */
  String write(int number, String unit);

  static Ordinal parse(String text) {
    return switch (text) {
      case "english" -> new English();
      case "french" -> new French();
      case "dutch" -> new Dutch();
      case "swedish" -> new Swedish();
      case "turkish" -> new Turkish();
      default -> Affixed.read(text);
    };
  }

  /** 1st, 2nd, 3rd, 4th. */
  record English() implements Ordinal {
    @Override
    public String write(int number, String unit) {
      String ending =
          number / 10 % 10 == 1
              ? "th"
              : switch (number % 10) {
                case 1 -> "st";
                case 2 -> "nd";
                case 3 -> "rd";
                default -> "th";
              };
      return number + ending;
    }
  }

  /** The first of a kind has an ending of its own, and days of the month have no other. */
  record French() implements Ordinal {
    @Override
    public String write(int number, String unit) {
      boolean first = number == 1;
      return number
          + switch (unit) {
            case "D" -> first ? "er" : "";
            case "w", "W" -> first ? "re" : "e";
            default -> first ? "er" : "e";
          };
    }
  }

  /** 1ste, 2de, 8ste, 20ste. */
  record Dutch() implements Ordinal {
    @Override
    public String write(int number, String unit) {
      return number + (number == 1 || number == 8 || number >= 20 ? "ste" : "de");
    }
  }

  /** 1:a, 2:a, 3:e, 11:e. */
  record Swedish() implements Ordinal {
    @Override
    public String write(int number, String unit) {
      int last = number % 10;
      boolean soft = number % 100 / 10 != 1 && (last == 1 || last == 2);
      return number + (soft ? ":a" : ":e");
    }
  }

  /** The ending follows the sound of the last word of the number; days have none. */
  record Turkish() implements Ordinal {
    @Override
    public String write(int number, String unit) {
      if (unit.equals("d") || unit.equals("D")) {
        return Integer.toString(number);
      }
      int ones = number % 10;
      return number + (number == 0 ? "'ıncı" : ones == 0 ? afterTens(number) : afterOnes(ones));
    }

    private static String afterOnes(int ones) {
      return switch (ones) {
        case 1, 5, 8 -> "'inci";
        case 2, 7 -> "'nci";
        case 3, 4 -> "'üncü";
        case 6 -> "'ncı";
        default -> "'uncu";
      };
    }

    private static String afterTens(int number) {
      return switch (number % 100) {
        case 70, 80 -> "'inci";
        case 20, 50 -> "'nci";
        case 60, 90 -> "'ıncı";
        case 10, 30 -> "'uncu";
        case 0 -> "'üncü";
        default -> "";
      };
    }
  }

  /**
   * Text around the number that depends on the unit only.
   *
   * @param otherwise the text for a unit that has none of its own
   * @param byUnit the texts of units; {@code y1} is that of the first year
   */
  record Affixed(String otherwise, Map<String, String> byUnit) implements Ordinal {
    static Affixed read(String text) {
      List<String> items = DateLocale.split(text, '_');
      Map<String, String> byUnit = new HashMap<>();
      for (String item : items.subList(1, items.size())) {
        int colon = item.indexOf(':');
        byUnit.put(item.substring(0, colon), item.substring(colon + 1));
      }
      return new Affixed(items.getFirst(), Map.copyOf(byUnit));
    }

    @Override
    public String write(int number, String unit) {
      String pattern = number == 1 ? byUnit.get(unit + "1") : null;
      if (pattern == null) {
        pattern = byUnit.getOrDefault(unit, otherwise);
      }
      return pattern.replace("%d", Integer.toString(number));
    }
  }
}
