package sit.app.cli;

import sit.value.Judgement;
import sit.value.Result;

/** What has happened so far, as far as the exit status depends on it. */
final class Tally {
  private boolean unreadable;
  private boolean refuted;
  private boolean open;
  private boolean limit;
  private int judged;

  void result(Result result) {
    if (result instanceof Result.Judged one) {
      Judgement judgement = one.judgement();
      judged++;
      refuted |= judgement.ruling() == Judgement.Ruling.REFUTED || judgement.isUnjustified();
      open |= judgement.ruling() == Judgement.Ruling.OPEN;
    }
  }

  void unreadable() {
    unreadable = true;
  }

  void limit() {
    limit = true;
  }

  int judged() {
    return judged;
  }

  /** The status of {@code check}. What a limit stopped is open. */
  int ofCheck() {
    if (unreadable) {
      return Program.UNREADABLE;
    } else if (refuted) {
      return Program.REFUTED;
    }
    return open || limit ? Program.OPEN : Program.DONE;
  }

  /** The status of every other command. */
  int ofOthers() {
    return unreadable ? Program.UNREADABLE : limit ? Program.LIMIT : Program.DONE;
  }
}
