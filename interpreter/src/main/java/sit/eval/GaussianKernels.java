package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import sit.exact.Rational;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.gaussian.Affine;
import sit.numeric.gaussian.GaussianProcess;
import sit.numeric.gaussian.Line;
import sit.numeric.gaussian.Source;
import sit.numeric.process.ProcessLaw.Past;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement.LetterLaw;
import sit.value.Value;

/** The lines of Gaussian processes as linear recursions. */
final class GaussianKernels {
  /** Two times at which a general line is looked at; its pasts must be the same. */
  private static final int SOME_TIME = 256;

  private static final int FAR = 64;

  private final Evaluator evaluator;
  private final Environment environment;
  private final Map<String, ProcessRules> all = new TreeMap<>();
  private final Set<Source> outside = new LinkedHashSet<>();
  private List<String> names = List.of();
  private double error;

  GaussianKernels(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
  }

  /** The joint law of processes and all that they depend on; empty if it is not of this kind. */
  Optional<GaussianProcess> law(Set<String> asked) {
    List<String> open = new ArrayList<>(asked);
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      Optional<ProcessRules> rules = environment.process(name);
      if (rules.isEmpty() || rules.get().general().isEmpty() || !rules.get().isReal()) {
        return Optional.empty();
      }
      if (all.put(name, rules.get()) == null) {
        open.addAll(processes(rules.get()));
      }
    }
    names = List.copyOf(all.keySet());
    List<GaussianProcess.Rule> lines = new ArrayList<>();
    int first = 1;
    for (ProcessRules rules : all.values()) {
      Optional<GaussianProcess.Rule> rule = rule(rules);
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      lines.add(rule.get());
      first = Math.min(first, rules.first());
    }
    return Optional.of(new GaussianProcess(names, lines, List.copyOf(outside), first, error));
  }

  private Set<String> processes(ProcessRules rules) {
    Set<String> found = new TreeSet<>();
    Map<Integer, LetterLaw> lines = new TreeMap<>(rules.single());
    lines.put(SOME_TIME, rules.general().orElseThrow());
    lines.forEach(
        (time, line) -> {
          for (String parent : parents(rules, line, time)) {
            int bracket = parent.lastIndexOf('[');
            if (bracket > 0 && parent.endsWith("]")) {
              found.add(parent.substring(0, bracket));
            }
          }
        });
    return found;
  }

  private List<String> parents(ProcessRules rules, LetterLaw line, int time) {
    Evaluator in = evaluator.in(rules.source());
    return new ProcessLaws(in).parents(in, rules, line, time);
  }

  private Optional<GaussianProcess.Rule> rule(ProcessRules rules) {
    SortedMap<Integer, Line> single = new TreeMap<>();
    int depth = 0;
    for (var entry : rules.single().entrySet()) {
      Line line = line(rules, entry.getValue(), entry.getKey());
      single.put(entry.getKey(), line);
      depth = Math.max(depth, depth(line));
    }
    LetterLaw general = rules.general().orElseThrow();
    Line here = line(rules, general, SOME_TIME);
    Line later = line(rules, general, SOME_TIME + 1);
    depth = Math.max(depth, depth(here));
    if (depth > FAR || !here.letters().keySet().equals(later.letters().keySet())) {
      return Optional.empty();
    }
    boolean alike =
        general.time().isEmpty()
            || !ProcessKernels.mentionsTime(general.law(), general.time().get());
    Map<Integer, Line> known = new HashMap<>();
    IntFunction<Line> at =
        alike ? time -> here : time -> known.computeIfAbsent(time, t -> line(rules, general, t));
    return Optional.of(new GaussianProcess.Rule(single, at, alike, depth));
  }

  private static int depth(Line line) {
    return line.letters().keySet().stream().mapToInt(Past::lag).max().orElse(0);
  }

  /** A line as multiples of letters, of variables outside of time and of noise. */
  private Line line(ProcessRules rules, LetterLaw line, int time) {
    Evaluator in = evaluator.in(rules.source());
    Locals locals = ProcessLaws.at(line, time);
    Span at = line.law().span();
    Map<String, Source> letters = new LinkedHashMap<>();
    Affines reader =
        new Affines(
            in,
            name ->
                name.endsWith("]")
                    ? Optional.of(
                        Affine.of(
                            letters.computeIfAbsent(name, n -> Source.gaussian(Rational.ONE)), 0))
                    : new Randoms(in).declared(name, at).affine());
    ContinuousErrors wrong = new ContinuousErrors(rules.source());
    Affine sum;
    Rational noise = Rational.ZERO;
    if (line.function()) {
      sum =
          reader
              .of(line.law(), locals)
              .orElseThrow(() -> wrong.notGaussian(at, rules.letter(time)));
    } else {
      Affines.Kernel kernel =
          kernel(in, reader, line.law(), locals)
              .orElseThrow(() -> wrong.notGaussian(at, rules.letter(time)));
      sum = kernel.mean();
      noise = kernel.variance().value();
      error = Math.max(error, kernel.variance().error());
    }
    error = Math.max(error, sum.error());
    Map<Past, Rational> pasts = new LinkedHashMap<>();
    Map<Source, Rational> others = new LinkedHashMap<>(sum.multiples());
    letters.forEach(
        (name, source) -> {
          Rational factor = others.remove(source);
          if (factor != null) {
            pasts.put(past(name, time), factor);
          }
        });
    for (Source source : others.keySet()) {
      if (!source.isGaussian()) {
        throw wrong.notGaussian(at, rules.letter(time));
      }
      outside.add(source);
    }
    return new Line(pasts, others, noise);
  }

  private static Optional<Affines.Kernel> kernel(
      Evaluator in, Affines reader, TypedExpr law, Locals locals) {
    Optional<Affines.Kernel> kernel = reader.kernel(law, locals);
    if (kernel.isPresent() || !new Randoms(in).variables(law, locals).isEmpty()) {
      return kernel;
    }
    boolean gaussian =
        in.evaluate(law, locals) instanceof Value.Continuous value
            && value.law() instanceof ContinuousLaw one
            && one.gaussian().isPresent();
    if (!gaussian) {
      return Optional.empty();
    }
    ContinuousLaw one = (ContinuousLaw) ((Value.Continuous) in.evaluate(law, locals)).law();
    Affine source = ContinuousVariables.source(one);
    Rational variance = source.covariance(source);
    Affine mean = Affine.constant(source.constant(), source.error());
    return Optional.of(new Affines.Kernel(mean, new Affines.Number(variance, source.error())));
  }

  private Past past(String letter, int time) {
    int bracket = letter.lastIndexOf('[');
    int at = Integer.parseInt(letter.substring(bracket + 1, letter.length() - 1));
    return new Past(names.indexOf(letter.substring(0, bracket)), time - at);
  }
}
