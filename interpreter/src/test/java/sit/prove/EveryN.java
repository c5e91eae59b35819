package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.eval.Purpose;
import sit.proof.Assumption;
import sit.proof.HorizonCertificate;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Regrouping;
import sit.term.Term;
import sit.term.Variable;
import sit.value.Judgement;
import sit.value.Result;

/** Statements for every n as text, and what they say at one n, worked out by plain substitution. */
public final class EveryN {
  private static final String DECLARED = "process X, Y, Z, S\nrv U, W, M\nparam R, C\n";

  private EveryN() {}

  /** The judgement of {@code check CLAIM}. */
  public static Judgement judge(String claim) {
    Source source = new Source("test.sit", DECLARED + "check " + claim + "\n");
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.CHECK);
    assertThat(answer.diagnostics()).as(claim).isEmpty();
    Result last = answer.results().get(answer.results().size() - 1);
    return ((Result.Judged) last).judgement();
  }

  /** The certificate of a claim that is proved for every n. */
  public static HorizonCertificate certificate(String claim) {
    Judgement judgement = judge(claim);
    assertThat(judgement.ruling()).as(claim).isEqualTo(Judgement.Ruling.PROVED);
    assertThat(judgement.method()).as(claim).isEqualTo("potential");
    return (HorizonCertificate) judgement.certificate().orElseThrow();
  }

  /**
   * An expression at one n, with every sum written out; what is before the first letter is dropped.
   */
  public static NormalForm at(NormalForm form, String horizon, int n) {
    return at(form, Map.of(horizon, n));
  }

  /** An expression at these times. */
  static NormalForm at(NormalForm form, Map<String, Integer> values) {
    return form.replace(atom -> atom(atom, values));
  }

  private static NormalForm atom(Term atom, Map<String, Integer> values) {
    if (atom instanceof Term.Symbol symbol && values.containsKey(symbol.name())) {
      return NormalForm.of(Term.constant(values.get(symbol.name())));
    } else if (atom instanceof Term.Entropy entropy) {
      return NormalForm.entropy(group(entropy.group(), values));
    } else if (atom instanceof Term.Total total) {
      NormalForm sum = NormalForm.ZERO;
      for (int t = value(total.from(), values); t <= value(total.to(), values); t++) {
        Map<String, Integer> inside = new HashMap<>(values);
        inside.put(total.index(), t);
        sum = sum.add(at(NormalForm.of(total.body()), inside));
      }
      return sum;
    } else if (atom instanceof Term.Average) {
      return new Regrouping(group -> group(group, values), one -> atom(one, values)).apply(atom);
    } else if (atom instanceof Term.Apply apply && apply.head().equals("^")) {
      int exponent = ((Term.Constant) apply.arguments().get(1)).value().numerator().intValueExact();
      NormalForm base = atom(apply.arguments().get(0), values);
      return NormalForm.of(new Term.Power(base.toTerm(), exponent));
    }
    return NormalForm.of(atom);
  }

  private static Group group(Group group, Map<String, Integer> values) {
    List<Variable> letters = new ArrayList<>();
    for (Variable variable : group) {
      int from = 1;
      int to = 0;
      if (variable instanceof Variable.Letter letter) {
        from = value(letter.at(), values);
        to = from;
      } else if (variable instanceof Variable.Block block) {
        from = value(block.from(), values);
        to = value(block.to(), values);
      } else {
        letters.add(variable);
      }
      for (int k = Math.max(1, from); k <= to; k++) {
        letters.add(new Variable.Letter(variable.name(), Index.of(k)));
      }
    }
    return Group.of(letters);
  }

  private static int value(Index index, Map<String, Integer> values) {
    int value = index.constant();
    for (Map.Entry<String, Integer> entry : index.coefficients().entrySet()) {
      value += entry.getValue() * values.get(entry.getKey());
    }
    return value;
  }

  /** Every assumption at every time up to {@code last}. */
  public static List<Assumption> at(List<Assumption> assumptions, String horizon, int n, int last) {
    List<Assumption> all = new ArrayList<>();
    for (Assumption assumption : assumptions) {
      if (assumption.kind() == Assumption.Kind.STATIONARY) {
        all.addAll(moved(assumption, last + 1));
        continue;
      }
      List<String> free = new ArrayList<>(HorizonForm.free(assumption.difference()));
      free.remove(horizon);
      Optional<String> symbol = free.stream().findFirst();
      for (int t = 1; t <= (symbol.isPresent() ? last : 1); t++) {
        Map<String, Integer> values = new HashMap<>(Map.of(horizon, n));
        if (symbol.isPresent()) {
          values.put(symbol.get(), t);
        }
        NormalForm difference = at(assumption.difference(), values);
        all.add(
            new Assumption(assumption.kind(), assumption.text(), difference, assumption.sense()));
      }
    }
    return all;
  }

  /** Blocks of stationary processes up to a letter, and the same a letter later. */
  private static List<Assumption> moved(Assumption assumption, int last) {
    List<List<Variable>> shapes = new ArrayList<>(List.of(List.of()));
    for (String process : TimedFact.names(assumption.difference())) {
      for (List<Variable> shape : List.copyOf(shapes)) {
        for (int from = 1; from <= last; from++) {
          for (int to = from; to <= last; to++) {
            List<Variable> more = new ArrayList<>(shape);
            more.add(new Variable.Block(process, Index.of(from), Index.of(to)));
            shapes.add(more);
          }
        }
      }
    }
    List<Assumption> all = new ArrayList<>();
    for (List<Variable> shape : shapes) {
      Group here = Group.of(shape);
      NormalForm later = NormalForm.entropy(Shifts.shifted(here, Index.of(1)));
      NormalForm zero = later.subtract(NormalForm.entropy(here));
      if (!shape.isEmpty()) {
        all.add(Assumption.zero(Assumption.Kind.RELATION, assumption.text(), zero));
      }
    }
    return all;
  }
}
