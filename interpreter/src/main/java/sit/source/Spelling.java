package sit.source;

import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant. */
public final class Spelling {
  private Spelling() {}

  /** The closest of the candidates, if it is close enough to be meant. */
  public static Optional<String> closest(String typed, Iterable<String> candidates) {
    String best = null;
    int bestDistance = Math.max(1, (typed.length() + 1) / 3) + 1;
    for (String candidate : candidates) {
      int distance =
          candidate.equalsIgnoreCase(typed) ? 0 : distance(typed, candidate, bestDistance);
      if (distance < bestDistance && distance < candidate.length()) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Damerau-Levenshtein distance (restricted), or {@code limit} where it is at least that. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return Math.min(limit, d[a.length()][b.length()]);
  }
}
