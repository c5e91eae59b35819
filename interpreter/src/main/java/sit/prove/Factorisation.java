package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A way to draw the variables one after another, each given some of those before it, that makes the
 * equality assumptions of a target hold whatever the conditional probabilities are.
 *
 * @param order the variables in the order they are drawn
 * @param parents for each variable the mask of those it is drawn given
 * @param functions the variables that are functions of their parents
 */
record Factorisation(int[] order, long[] parents, long functions) {
  /** {@code I(a; b | c) = 0}, or, where b is empty, {@code H(a | c) = 0}. */
  private record Fact(long a, long b, long c) {}

  /**
   * Draws an order at random and reads parents off the assumptions. Whether the assumptions then
   * hold must be tried: not every set of conditional independences is that of a directed graph.
   */
  static Factorisation draw(EntropyTarget target, SplittableRandom random) {
    int n = target.variables.size();
    List<Fact> facts = facts(target);
    int[] order = new int[n];
    long[] parents = new long[n];
    long functions = 0;
    long placed = 0;
    for (int step = 0; step < n; step++) {
      int v = next(facts, placed, n, random);
      order[step] = v;
      long bit = 1L << v;
      long given = placed;
      boolean strict = random.nextInt(3) == 0;
      for (Fact fact : facts) {
        if (fact.b == 0 && (fact.a & bit) != 0 && (fact.c & ~placed) == 0) {
          given &= fact.c;
          functions |= bit;
        } else if ((fact.a & bit) != 0) {
          given &= strict ? fact.c | fact.a : ~fact.b;
        } else if ((fact.b & bit) != 0) {
          given &= strict ? fact.c | fact.b : ~fact.a;
        }
      }
      parents[v] = given;
      placed |= bit;
    }
    return new Factorisation(order, parents, functions);
  }

  /** A variable at random, but no function before its arguments where that can be had. */
  private static int next(List<Fact> facts, long placed, int n, SplittableRandom random) {
    int chosen = -1;
    int seen = 0;
    for (int pass = 0; pass < 2 && chosen < 0; pass++) {
      for (int v = 0; v < n; v++) {
        long bit = 1L << v;
        boolean early = false;
        for (Fact fact : facts) {
          early |= fact.b == 0 && (fact.a & bit) != 0 && (fact.c & ~placed) != 0;
        }
        if ((placed & bit) == 0 && (!early || pass == 1) && random.nextInt(++seen) == 0) {
          chosen = v;
        }
      }
    }
    return chosen;
  }

  private static List<Fact> facts(EntropyTarget target) {
    List<Fact> facts = new ArrayList<>();
    for (EntropyTarget.Relation relation : target.assumptions) {
      Fact fact = fact(target, relation);
      if (fact != null) {
        facts.add(fact);
      }
    }
    return facts;
  }

  /**
   * Reads {@code h(ac) + h(bc) - h(abc) - h(c) = 0}, of either sign; null for any other relation.
   */
  private static Fact fact(EntropyTarget target, EntropyTarget.Relation relation) {
    int terms = relation.places().length;
    if (!relation.zero() || relation.constant() != 0 || relation.products().length > 0) {
      return null;
    }
    long union = 0;
    for (int place : relation.places()) {
      union |= target.masks[place];
    }
    long first = 0;
    long second = 0;
    long third = 0;
    double whole = 0;
    int found = 0;
    for (int i = 0; i < terms; i++) {
      if (target.masks[relation.places()[i]] == union) {
        whole = relation.coefficients()[i];
      }
    }
    for (int i = 0; i < terms; i++) {
      long mask = target.masks[relation.places()[i]];
      double ratio = relation.coefficients()[i] / whole;
      if (mask != union && ratio == -1) {
        found++;
        first = found == 1 ? mask : first;
        second = found == 2 ? mask : second;
      } else if (mask != union && ratio == 1) {
        third = mask;
      } else if (mask != union) {
        return null;
      }
    }
    if (found == 2 && (first & second) == third && terms == (third == 0 ? 3 : 4)) {
      return new Fact(first & ~second, second & ~first, third);
    }
    return found <= 1 && third == 0 && terms == found + 1
        ? new Fact(union & ~first, 0, first)
        : null;
  }
}
