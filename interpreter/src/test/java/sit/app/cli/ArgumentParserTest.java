package sit.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command line means, and what is said to one that means nothing. */
class ArgumentParserTest {
  @Test
  void nothingStartsASessionAndAFileIsRun() {
    assertThat(ArgumentParser.parse().command()).isEqualTo(Command.SESSION);
    assertThat(ArgumentParser.parse("--quiet").command()).isEqualTo(Command.SESSION);
    Request file = ArgumentParser.parse("a.sit");
    assertThat(file.command()).isEqualTo(Command.RUN);
    assertThat(file.operands()).containsExactly("a.sit");
    assertThat(ArgumentParser.parse("-").operands()).containsExactly("-");
  }

  @Test
  void optionsStandAnywhereAndTakeTheirValueEitherWay() {
    Request request =
        ArgumentParser.parse(
            "--format=json",
            "eval",
            "H(X)",
            "--with",
            "a.sit",
            "--time",
            "2.5",
            "--memory=64",
            "--seed",
            "-7",
            "--unit",
            "nats",
            "--no-color");
    assertThat(request.command()).isEqualTo(Command.EVAL);
    assertThat(request.operands()).containsExactly("H(X)");
    assertThat(request.format()).isEqualTo(Request.Format.JSON);
    assertThat(request.with()).isEqualTo("a.sit");
    assertThat(request.seconds()).hasValue(2.5);
    assertThat(request.megabytes()).hasValue(64);
    assertThat(request.seed()).hasValue(-7);
    assertThat(request.unit()).isEqualTo("nats");
    assertThat(request.color()).isFalse();
  }

  @Test
  void anExpressionMayStartWithAMinus() {
    assertThat(ArgumentParser.parse("eval", "-1/2").operands()).containsExactly("-1/2");
    assertThat(ArgumentParser.parse("eval", "--", "--1").operands()).containsExactly("--1");
    assertThat(ArgumentParser.parse("run", "--", "-odd.sit").operands())
        .containsExactly("-odd.sit");
  }

  @Test
  void helpAndVersionAskForNothingElse() {
    for (String word : new String[] {"help", "--help", "-h"}) {
      assertThat(ArgumentParser.parse(word).command()).isEqualTo(Command.HELP);
    }
    assertThat(ArgumentParser.parse("check", "--help").command()).isEqualTo(Command.HELP);
    assertThat(ArgumentParser.parse("--version").command()).isEqualTo(Command.VERSION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "chek a.sit ~ unknown command or file `chek`; did you mean `check`?",
        "frobnicate ~ unknown command or file `frobnicate`; `sit help` lists what there is",
        "kernel ~ `sit kernel` wants more: sit kernel install [--user|--prefix DIR] | uninstall",
        "run a.sit --formt json ~ unknown option `--formt`; did you mean `--format`?",
        "check ~ `sit check` wants more: sit check FILE...",
        "eval ~ `sit eval` wants more: sit eval 'EXPR' [--with FILE] [--out FILE.svg]",
        "eval 1 + 1 ~ `+` is too much for `sit eval`; put quotes around the expression",
        "run a.sit --format ~ `--format` wants a value after it",
        "run a.sit --format xml ~ `--format` is text or json or latex or html or markdown, not `xml`",
        "run a.sit --standalone ~ `--standalone` has no meaning for `sit run`",
        "run a.sit --unit hartleys ~ `--unit` is bits or nats, not `hartleys`",
        "run a.sit --time soon ~ `--time` wants a number of seconds, not `soon`",
        "run a.sit --time -1 ~ `--time` wants a positive number of seconds, not `-1`",
        "run a.sit --time NaN ~ `--time` wants a positive number of seconds, not `NaN`",
        "run a.sit --memory 0 ~ `--memory` wants a positive number of megabytes, not `0`",
        "run a.sit --seed x ~ `--seed` wants an integer, not `x`",
        "run a.sit --quiet=yes ~ `--quiet` takes no value",
        "run a.sit --with b.sit ~ `--with` has no meaning for `sit run`",
        "eval 1 --check ~ `--check` has no meaning for `sit eval`",
        "expand I(X;Y) --to atoms ~ `--to` is entropies, not `atoms`",
        "check -x a.sit ~ unknown option `-x`; `sit help` lists the options, and `--` ends them"
      })
  void aMistakeIsAnsweredInOneLine(String typed, String message) {
    assertThatThrownBy(() -> ArgumentParser.parse(typed.strip().split(" ")))
        .isInstanceOf(UsageError.class)
        .hasMessage(message.strip());
  }
}
