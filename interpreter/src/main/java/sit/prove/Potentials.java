package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import sit.exact.Rational;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * The terms that a potential may have: entropies of what lies before and after a time, and
 * multiples of the time.
 */
final class Potentials {
  private static final int MOST = 4096;
  private static final int MOST_SCALES = 4;

  private final Frame frame;

  /**
   * A term of a potential.
   *
   * @param growth what it grows by in a step, in pieces
   * @param atEnds what it grows by in all, in pieces
   * @param kind what it is followed along
   */
  record Candidate(NormalForm potential, NormalForm growth, NormalForm atEnds, Kind kind) {}

  /** Along the time, or in sums in sums along the earlier time or along the later. */
  enum Kind {
    TIME,
    EARLIER,
    LATER
  }

  Potentials(Frame frame) {
    this.frame = frame;
  }

  /** Every term over these variables; none where they would be too many. */
  List<Candidate> all(Set<String> processes, Set<String> singles) {
    return all(processes, singles, frame.potentialCuts(), this::entropy);
  }

  /** Every term for sums in sums over these variables; none where they would be too many. */
  List<Candidate> inner(Set<String> processes, Set<String> singles) {
    if (frame.inner().isEmpty()) {
      return List.of();
    }
    List<Candidate> found =
        new ArrayList<>(all(processes, singles, frame.innerCuts(HorizonForm.EARLY), this::along));
    if (frame.isWhole()) {
      found.addAll(all(processes, singles, frame.innerCuts(frame.time()), this::across));
    }
    return found;
  }

  private static List<Candidate> all(
      Set<String> processes,
      Set<String> singles,
      List<Index> cuts,
      Function<Group, Optional<Candidate>> candidate) {
    List<Variable> parts = new ArrayList<>();
    for (String process : processes) {
      for (int k = 0; k + 1 < cuts.size(); k++) {
        parts.add(new Variable.Block(process, cuts.get(k).plus(1), cuts.get(k + 1)));
      }
    }
    singles.forEach(single -> parts.add(new Variable.Single(single)));
    if (parts.size() > 30 || 1L << parts.size() > MOST) {
      return List.of();
    }
    List<Candidate> found = new ArrayList<>();
    for (int mask = 1; mask < 1 << parts.size(); mask++) {
      List<Variable> chosen = new ArrayList<>();
      boolean varies = false;
      for (int k = 0; k < parts.size(); k++) {
        if ((mask >> k & 1) != 0) {
          chosen.add(parts.get(k));
          varies |= !(parts.get(k) instanceof Variable.Single);
        }
      }
      if (varies) {
        candidate.apply(Group.of(chosen)).ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Logarithms of densities that do not change in time, averaged under laws that do not, of sets
   * such as entropies may be of.
   *
   * @param forms what is summed, and what is not
   */
  List<Candidate> logarithms(Set<String> processes, Set<String> singles, List<NormalForm> forms) {
    if (forms.stream().noneMatch(Expectations::speaksOfDensities)) {
      return List.of();
    }
    Vocabulary vocabulary = new Vocabulary(forms);
    List<Density> densities = new ArrayList<>(List.of(Density.OWN));
    densities.addAll(vocabulary.densities());
    densities.removeIf(density -> isTimed(density.all()));
    List<NormalForm> surprisals = new ArrayList<>();
    for (Candidate candidate : all(processes, singles)) {
      Group group = candidate.potential.coefficients().firstKey().group();
      for (Law law : vocabulary.laws()) {
        for (Density density : isTimed(law.variables()) ? List.<Density>of() : densities) {
          try {
            surprisals.add(Expectations.average(law, Expectations.surprisal(density, group)));
          } catch (IllegalArgumentException e) {
            // the density says nothing of the group
            continue;
          }
        }
      }
    }
    surprisals.addAll(summed(forms));
    surprisals.addAll(functions(forms, vocabulary.laws()));
    List<Candidate> found = new ArrayList<>();
    for (NormalForm surprisal : new LinkedHashSet<>(surprisals)) {
      if (Expectations.speaksOfDensities(surprisal)) {
        for (NormalForm scale : scales(forms)) {
          candidate(surprisal.multiply(scale))
              .filter(c -> !c.growth.isZero())
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** One, and the scalars that multiply averages. */
  private static List<NormalForm> scales(List<NormalForm> forms) {
    Set<Monomial> scales = new LinkedHashSet<>(Set.of(Monomial.ONE));
    for (NormalForm form : forms) {
      for (Monomial monomial : form.coefficients().keySet()) {
        List<Term> scalars = new ArrayList<>(monomial.atoms());
        boolean averaged = scalars.removeIf(atom -> atom instanceof Term.Average);
        boolean plain =
            scalars.stream().allMatch(atom -> atom instanceof Term.Symbol || isPower(atom));
        if (averaged && plain && scales.size() < MOST_SCALES) {
          scales.add(new Monomial(scalars));
        }
      }
    }
    return scales.stream().map(scale -> NormalForm.of(scale, Rational.ONE)).toList();
  }

  private static boolean isPower(Term atom) {
    return atom instanceof Term.Apply apply && apply.head().equals("^");
  }

  /** Means of functions that are summed over time, and these a letter later. */
  private List<NormalForm> summed(List<NormalForm> forms) {
    List<NormalForm> found = new ArrayList<>();
    for (NormalForm form : forms) {
      for (Term atom : form.atoms()) {
        if (atom instanceof Term.Average average && average.body() instanceof Term.Apply) {
          NormalForm now = NormalForm.of(Monomial.of(atom), Rational.ONE);
          found.add(now);
          found.add(frame.at(now, Index.symbol(frame.time()).plus(1)));
        }
      }
    }
    return found;
  }

  /** Functions of what is in time, and these a letter before and after, under laws that are not. */
  private List<NormalForm> functions(List<NormalForm> forms, Set<Law> laws) {
    Set<NormalForm> bodies = new LinkedHashSet<>();
    for (NormalForm form : forms) {
      for (Term atom : form.atoms()) {
        if (atom instanceof Term.Average average && average.body() instanceof Term.Apply body) {
          NormalForm value = NormalForm.of(Monomial.of(body), Rational.ONE);
          for (int k = -1; k <= 1 && isTimed(Expectations.free(body)); k++) {
            bodies.add(frame.at(value, Index.symbol(frame.time()).plus(k)));
          }
        }
      }
    }
    List<NormalForm> found = new ArrayList<>();
    for (Law law : laws) {
      for (NormalForm body : isTimed(law.variables()) ? List.<NormalForm>of() : bodies) {
        found.add(Expectations.average(law, body));
      }
    }
    return found;
  }

  private boolean isTimed(Group group) {
    return Cutting.ends(group).stream().anyMatch(e -> e.coefficients().containsKey(frame.time()));
  }

  private Optional<Candidate> entropy(Group group) {
    NormalForm potential = NormalForm.entropy(frame.ends().real(group));
    return candidate(potential).filter(c -> !c.growth.isZero());
  }

  private Optional<Candidate> candidate(NormalForm potential) {
    Index time = Index.symbol(frame.time());
    Optional<NormalForm> now = frame.step().form(potential);
    Optional<NormalForm> before = at(frame.step(), potential, time.plus(-1));
    Optional<NormalForm> last = at(frame.ends(), potential, frame.last());
    Optional<NormalForm> first = at(frame.ends(), potential, frame.start());
    if (now.isEmpty() || before.isEmpty() || last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    NormalForm growth = now.get().subtract(before.get());
    NormalForm atEnds = last.get().subtract(first.get());
    return Optional.of(new Candidate(potential, growth, atEnds, Kind.TIME));
  }

  private Optional<Candidate> along(Group group) {
    Frame.InnerFrame inner = frame.inner().orElseThrow();
    String early = HorizonForm.EARLY;
    NormalForm potential = NormalForm.entropy(frame.ends().real(group));
    Index end = Index.symbol(frame.time()).plus(-inner.before());
    return pairs(
        potential,
        HorizonForm.put(potential, early, Index.symbol(early).plus(-1)),
        HorizonForm.put(potential, early, end),
        HorizonForm.put(potential, early, Index.of(inner.first() - 1)),
        Kind.EARLIER);
  }

  private Optional<Candidate> across(Group group) {
    NormalForm potential = NormalForm.entropy(frame.ends().real(group));
    Index time = Index.symbol(frame.time());
    NormalForm end = HorizonForm.put(potential, frame.time(), Index.symbol(frame.horizon()));
    return pairs(
        potential,
        HorizonForm.put(potential, frame.time(), time.plus(-1)),
        HorizonForm.put(end, HorizonForm.EARLY, time),
        HorizonForm.put(potential, HorizonForm.EARLY, time),
        Kind.LATER);
  }

  /** A term by what it is at a pair and a step before, and at its ends at a generic time. */
  private Optional<Candidate> pairs(
      NormalForm potential, NormalForm earlier, NormalForm end, NormalForm start, Kind kind) {
    Cutting pairs = frame.inner().orElseThrow().cutting();
    Optional<NormalForm> now = pairs.form(potential);
    Optional<NormalForm> before = pairs.form(earlier);
    Optional<NormalForm> last = frame.step().form(end);
    Optional<NormalForm> first = frame.step().form(start);
    if (now.isEmpty() || before.isEmpty() || last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    NormalForm growth = now.get().subtract(before.get());
    NormalForm atEnds = last.get().subtract(first.get());
    return growth.isZero()
        ? Optional.empty()
        : Optional.of(new Candidate(potential, growth, atEnds, kind));
  }

  private Optional<NormalForm> at(Cutting cutting, NormalForm potential, Index index) {
    try {
      return cutting.form(frame.at(potential, index));
    } catch (IllegalArgumentException e) {
      // there a density is not given what it must be
      return Optional.empty();
    }
  }

  /**
   * Terms {@code t * A} for scalars and entropies A that do not change in time: they stand for
   * {@code n * A = sum of A}.
   *
   * @param summand what is summed, with the time in it
   */
  List<Candidate> multiples(List<NormalForm> summand, NormalForm rest) {
    Set<Monomial> fixed = new LinkedHashSet<>();
    for (NormalForm form : summand) {
      for (Monomial monomial : form.coefficients().keySet()) {
        if (!monomial.isEntropy()) {
          fixed.add(monomial);
        } else if (monomial.group().variables().stream()
            .allMatch(v -> v instanceof Variable.Single)) {
          fixed.add(monomial);
        }
      }
    }
    Term horizon = new Term.Symbol(frame.horizon());
    for (Monomial monomial : rest.coefficients().keySet()) {
      List<Term> others = new ArrayList<>(monomial.atoms());
      if (others.remove(horizon)) {
        fixed.add(new Monomial(others));
      }
    }
    List<Candidate> found = new ArrayList<>();
    NormalForm time = NormalForm.of(new Term.Symbol(frame.time()));
    Index length = frame.last().subtract(frame.start());
    for (Monomial monomial : fixed) {
      NormalForm of = NormalForm.of(monomial, Rational.ONE);
      Optional<NormalForm> growth = frame.step().form(of);
      Optional<NormalForm> atEnds = frame.ends().form(of.multiply(NormalForm.of(length)));
      if (growth.isPresent() && atEnds.isPresent()) {
        found.add(new Candidate(time.multiply(of), growth.get(), atEnds.get(), Kind.TIME));
      }
    }
    return found;
  }

  /**
   * Those that speak, now or a step before, of a set at hand, or at the ends of a set at hand and
   * of no other process.
   */
  List<Candidate> near(List<Candidate> all, NormalForm step, NormalForm ends) {
    Set<Group> generic = groups(step);
    Set<Group> whole = groups(ends);
    List<Candidate> found = new ArrayList<>();
    for (Candidate candidate : all) {
      boolean near = groups(candidate.growth).stream().anyMatch(generic::contains);
      Group group = candidate.potential.coefficients().firstKey().group();
      for (Group end : groups(candidate.atEnds)) {
        near |= whole.contains(end) && names(end).equals(names(group));
      }
      if (near) {
        found.add(candidate);
      }
    }
    return found;
  }

  static Set<Group> groups(NormalForm form) {
    Set<Group> groups = new LinkedHashSet<>();
    for (Monomial monomial : form.coefficients().keySet()) {
      if (monomial.isEntropy()) {
        groups.add(monomial.group());
      }
    }
    return groups;
  }

  private static Set<String> names(Group group) {
    Set<String> names = new TreeSet<>();
    group.forEach(v -> names.add(v.name()));
    return names;
  }
}
