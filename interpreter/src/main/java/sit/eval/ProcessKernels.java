package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.numeric.process.ProcessLaw;
import sit.numeric.process.ProcessLaw.Kernel;
import sit.numeric.process.ProcessLaw.Past;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement.LetterLaw;
import sit.value.Value;

/**
 * The kernels of processes whose lines are alike at all times: each letter depends on a bounded
 * past and not on the time itself.
 */
final class ProcessKernels {
  /** Two times at which a general line is looked at; its pasts must be the same. */
  private static final int SOME_TIME = 256;

  /** No line may look further back than this. */
  private static final int FAR = 64;

  private final Evaluator evaluator;
  private final Environment environment;

  ProcessKernels(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
  }

  /** The law of some processes and all that they depend on; empty if it is not of this kind. */
  Optional<ProcessLaw> law(Set<String> asked) {
    Map<String, ProcessRules> all = new TreeMap<>();
    List<String> open = new ArrayList<>(asked);
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      if (all.containsKey(name)) {
        continue;
      }
      Optional<ProcessRules> rules = environment.process(name);
      if (rules.isEmpty() || rules.get().general().isEmpty() || rules.get().isReal()) {
        return Optional.empty();
      }
      all.put(name, rules.get());
      for (var entry : lines(rules.get()).entrySet()) {
        for (String letter : parents(rules.get(), entry.getValue(), entry.getKey())) {
          int bracket = letter.lastIndexOf('[');
          if (bracket < 0 || !letter.endsWith("]")) {
            return Optional.empty();
          }
          open.add(letter.substring(0, bracket));
        }
      }
    }
    List<String> names = List.copyOf(all.keySet());
    List<Integer> sizes = new ArrayList<>();
    List<Map<Integer, Kernel>> single = new ArrayList<>();
    List<Kernel> general = new ArrayList<>();
    for (ProcessRules rules : all.values()) {
      sizes.add(rules.alphabet().size());
      Map<Integer, Kernel> mine = new TreeMap<>();
      for (var entry : rules.single().entrySet()) {
        Optional<Kernel> kernel = kernel(rules, entry.getValue(), entry.getKey(), names, all);
        if (kernel.isEmpty()) {
          return Optional.empty();
        }
        mine.put(entry.getKey(), kernel.get());
      }
      single.add(mine);
      Optional<Kernel> kernel = general(rules, names, all);
      if (kernel.isEmpty()) {
        return Optional.empty();
      }
      general.add(kernel.get());
    }
    LetterLaw first = all.get(names.get(0)).general().orElseThrow();
    return Optional.of(
        LawReader.lawful(
            evaluator.in(all.get(names.get(0)).source()).errors(),
            first.span(),
            () -> ProcessLaw.of(names, sizes, single, general)));
  }

  private static Map<Integer, LetterLaw> lines(ProcessRules rules) {
    Map<Integer, LetterLaw> lines = new TreeMap<>(rules.single());
    lines.put(SOME_TIME, rules.general().orElseThrow());
    return lines;
  }

  private List<String> parents(ProcessRules rules, LetterLaw line, int time) {
    Evaluator in = evaluator.in(rules.source());
    return new ProcessLaws(in).parents(in, rules, line, time);
  }

  private Optional<Kernel> general(
      ProcessRules rules, List<String> names, Map<String, ProcessRules> all) {
    LetterLaw line = rules.general().orElseThrow();
    if (line.time().isPresent() && mentionsTime(line.law(), line.time().get())) {
      return Optional.empty();
    }
    Optional<Kernel> here = kernel(rules, line, SOME_TIME, names, all);
    Optional<List<Past>> later = pasts(parents(rules, line, SOME_TIME + 1), SOME_TIME + 1, names);
    boolean alike =
        here.isPresent() && later.isPresent() && here.get().parents().equals(later.get());
    return alike ? here : Optional.empty();
  }

  /** Whether a line depends on the time other than by the places of letters. */
  static boolean mentionsTime(TypedExpr expr, String time) {
    if (expr instanceof TypedExpr.Reference reference) {
      return reference.name().equals(time);
    }
    if (expr instanceof TypedExpr.Select select && select.type() == sit.typed.Type.VARIABLES) {
      return false;
    }
    for (TypedExpr child : expr.children()) {
      if (mentionsTime(child, time)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Kernel> kernel(
      ProcessRules rules,
      LetterLaw line,
      int time,
      List<String> names,
      Map<String, ProcessRules> all) {
    List<String> parents = parents(rules, line, time);
    Optional<List<Past>> pasts = pasts(parents, time, names);
    if (pasts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Value>> alphabets = new LinkedHashMap<>();
    for (String parent : parents) {
      String process = parent.substring(0, parent.lastIndexOf('['));
      alphabets.put(parent, all.get(process).alphabet());
    }
    Evaluator in = evaluator.in(rules.source());
    return Optional.of(
        new Kernel(pasts.get(), new ProcessLaws(in).rows(in, rules, line, time, alphabets)));
  }

  private static Optional<List<Past>> pasts(List<String> letters, int time, List<String> names) {
    List<Past> pasts = new ArrayList<>();
    Set<Integer> lags = new TreeSet<>();
    for (String letter : letters) {
      int bracket = letter.lastIndexOf('[');
      int at = Integer.parseInt(letter.substring(bracket + 1, letter.length() - 1));
      pasts.add(new Past(names.indexOf(letter.substring(0, bracket)), time - at));
      lags.add(time - at);
    }
    boolean near = lags.isEmpty() || lags.stream().allMatch(lag -> lag >= 0 && lag <= FAR);
    return near ? Optional.of(pasts) : Optional.empty();
  }
}
