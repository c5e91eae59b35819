package sit.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sit.limits.Limits;

/** Families of sets of blocks, and the basic inequalities among the members of one. */
final class Families {
  private Families() {}

  /**
   * Closes sets under union and intersection, as far as {@code most} members. Running unions and
   * intersections come first: they are what an argument by uncrossing needs, such as Han's.
   */
  static Set<Long> lattice(Collection<Long> seeds, int most) {
    Set<Long> members = new LinkedHashSet<>(seeds);
    long union = 0;
    long intersection = -1;
    for (long seed : seeds) {
      union |= seed;
      addUpTo(members, union, most);
      intersection &= seed;
      addUpTo(members, intersection, most);
    }
    List<Long> list = new ArrayList<>(members);
    for (int j = 1; j < list.size() && list.size() < most; j++) {
      for (int i = 0; i < j && list.size() < most; i++) {
        long or = list.get(i) | list.get(j);
        if (members.add(or)) {
          list.add(or);
        }
        long and = list.get(i) & list.get(j);
        if (and != 0 && members.add(and)) {
          list.add(and);
        }
      }
    }
    members.remove(0L);
    return members;
  }

  /** Closes sets under intersection, as far as {@code most} members. */
  static Set<Long> meets(Collection<Long> seeds, int most) {
    Set<Long> members = new LinkedHashSet<>(seeds);
    List<Long> list = new ArrayList<>(members);
    for (int j = 1; j < list.size(); j++) {
      for (int i = 0; i < j && list.size() < most; i++) {
        long both = list.get(i) & list.get(j);
        if (both != 0 && members.add(both)) {
          list.add(both);
        }
      }
    }
    return members;
  }

  /**
   * Closes sets under union, intersection and difference, as far as {@code most} members; these it
   * grows in the order met.
   */
  static Set<Long> algebra(Collection<Long> seeds, int most) {
    Set<Long> members = lattice(seeds, most);
    List<Long> list = new ArrayList<>(members);
    for (int j = 1; j < list.size() && list.size() < most; j++) {
      for (int i = 0; i < j; i++) {
        long s = list.get(i);
        long t = list.get(j);
        for (long set : new long[] {s & ~t, t & ~s, s & t, s | t}) {
          if (set != 0 && list.size() < most && members.add(set)) {
            list.add(set);
          }
        }
      }
    }
    return members;
  }

  private static void addUpTo(Set<Long> members, long set, int most) {
    if (set != 0 && members.size() < most) {
      members.add(set);
    }
  }

  /** Every basic inequality all of whose sets are members. */
  static List<Pair> pairs(Set<Long> family, Limits limits) {
    List<Pair> pairs = new ArrayList<>();
    List<Long> list = new ArrayList<>(family);
    Set<Long> members = new HashSet<>(family);
    for (int j = 0; j < list.size(); j++) {
      limits.check();
      long t = list.get(j);
      pairs.add(new Pair(0, t));
      for (int i = 0; i < j; i++) {
        long s = list.get(i);
        long both = s & t;
        if (both == s) {
          pairs.add(new Pair(s, t));
        } else if (both == t) {
          pairs.add(new Pair(t, s));
        } else if (members.contains(s | t) && (both == 0 || members.contains(both))) {
          pairs.add(new Pair(s, t));
        }
      }
    }
    return pairs;
  }

  /**
   * The elemental inequalities of {@code n} blocks (Yeung 2008, section 14.1): all basic ones are
   * sums of these.
   */
  static List<Pair> elementals(int n, Limits limits) {
    List<Pair> pairs = new ArrayList<>();
    long all = (1L << n) - 1;
    for (int i = 0; i < n; i++) {
      pairs.add(new Pair(all & ~(1L << i), all));
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        limits.check();
        long two = 1L << i | 1L << j;
        long others = all & ~two;
        long given = others;
        while (true) {
          pairs.add(new Pair(given | 1L << i, given | 1L << j));
          if (given == 0) {
            break;
          }
          given = given - 1 & others;
        }
      }
    }
    return pairs;
  }
}
