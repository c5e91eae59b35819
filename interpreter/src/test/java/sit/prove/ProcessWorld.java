package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Two processes of bits and perhaps a message, drawn at every time in the same way: inputs by the
 * message, inputs before and outputs of some time ago, outputs by the input and by what was before.
 *
 * @param message whether inputs are drawn by the message
 * @param function whether they are a function of what they are drawn by
 * @param inputs how many inputs before an input is drawn by
 * @param delay how old the outputs are that an input is drawn by; none where 0
 * @param memory how many inputs before an output is drawn by
 * @param outputs how many outputs before it is
 */
record ProcessWorld(
    boolean message, boolean function, int inputs, int delay, int memory, int outputs) {
  private static final int ALL = 99;
  private static final Group MESSAGE = Group.of(new Variable.Single("W"));

  /** One way to draw them. */
  static ProcessWorld of(SplittableRandom random) {
    int[] lengths = {0, ALL, ALL, 1, 2};
    boolean message = random.nextBoolean();
    return new ProcessWorld(
        message,
        message && random.nextInt(4) == 0,
        lengths[random.nextInt(5)],
        random.nextInt(3),
        lengths[random.nextInt(4)],
        lengths[random.nextInt(4)]);
  }

  static Group letter(String process, Index at) {
    return Group.of(new Variable.Letter(process, at));
  }

  static Group block(String process, Index from, Index to) {
    return Group.of(new Variable.Block(process, from, to));
  }

  /** The last so many letters up to a time. */
  private static Group last(String process, int length, Index to) {
    return length == 0
        ? Group.EMPTY
        : block(process, length == ALL ? Index.of(1) : to.plus(1 - length), to);
  }

  /** What an input is drawn by. */
  private Group before(Index t) {
    Group known = message ? MESSAGE : Group.EMPTY;
    known = known.union(last("X", inputs, t.plus(-1)));
    return delay == 0 ? known : known.union(last("Y", ALL, t.plus(-delay)));
  }

  /** What an output is drawn by. */
  private Group behind(Index t) {
    return letter("X", t)
        .union(last("X", memory, t.plus(-1)))
        .union(last("Y", outputs, t.plus(-1)));
  }

  /** What holds at every time, which is called so. */
  List<Assumption> facts(String time) {
    Index t = Index.symbol(time);
    Group past = MESSAGE.union(last("X", ALL, t.plus(-1))).union(last("Y", ALL, t.plus(-1)));
    Group input = letter("X", t);
    Group from = before(t);
    List<Assumption> facts = new ArrayList<>();
    facts.add(
        Statements.zero(
            function
                ? NormalForm.mutualInformation(input, input, from)
                : NormalForm.mutualInformation(input, past, from)));
    facts.add(
        Statements.zero(
            NormalForm.mutualInformation(letter("Y", t), past.union(input), behind(t))));
    facts.removeIf(fact -> fact.difference().isZero());
    return facts;
  }

  /** The bits up to a time. */
  RandomWorld upTo(int n) {
    List<RandomWorld.Bit> bits = new ArrayList<>();
    bits.add(new RandomWorld.Bit(new Variable.Single("W"), List.of(), false));
    for (int t = 1; t <= n; t++) {
      Index at = Index.of(t);
      List<Variable> parents = there(before(at));
      Variable input = new Variable.Letter("X", at);
      bits.add(new RandomWorld.Bit(input, parents, function));
      bits.add(new RandomWorld.Bit(new Variable.Letter("Y", at), there(behind(at)), false));
    }
    return new RandomWorld(bits);
  }

  private static List<Variable> there(Group group) {
    List<Variable> there = new ArrayList<>(group.variables());
    there.removeIf(v -> v instanceof Variable.Letter l && l.at().value().orElse(1) < 1);
    return there;
  }
}
