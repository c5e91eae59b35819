package sit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sit.check.Refutation;
import sit.check.Theorem;

/** Who may know whom: packages, libraries, floating point, theorems and the outside world. */
class ArchitectureTest {
  /** The packages from left to right. A package imports only what stands to its left. */
  private static final List<String> FIRST = List.of("limits");

  private static final List<String> TEXT = List.of("source", "syntax", "typed");
  private static final List<String> MATHEMATICS =
      List.of("exact", "term", "proof", "check", "numeric", "rewrite", "prove");
  private static final List<String> BOTH = List.of("value", "eval", "render", "session", "app");

  private static final Set<String> EXACT = Set.of("exact", "term", "proof", "check");

  /** Which packages may use a library. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.antlr", Set.of("syntax")),
          Map.entry("sit.grammar", Set.of("syntax")),
          Map.entry("cc.redberry", Set.of("exact")),
          Map.entry("org.hipparchus", Set.of("exact", "numeric", "prove")),
          Map.entry("org.apache.commons", Set.of("exact", "numeric", "prove")),
          Map.entry("org.knowm.xchart", Set.of("render")),
          Map.entry("org.apache.batik", Set.of("render")),
          Map.entry("org.zeromq", Set.of("app")),
          Map.entry("com.google.gson", Set.of("numeric", "render", "app")),
          Map.entry("com.knuddels", Set.of("numeric")),
          Map.entry("org.jline", Set.of("app")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("sit");

  private static final List<JavaClass> OURS =
      CLASSES.stream().filter(type -> !type.getPackageName().startsWith("sit.grammar")).toList();

  private static Map<String, Set<String>> directions() {
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    for (List<String> column : List.of(TEXT, MATHEMATICS)) {
      Set<String> left = new HashSet<>(FIRST);
      for (String name : column) {
        allowed.put(name, Set.copyOf(left));
        left.add(name);
      }
    }
    Set<String> left = new HashSet<>(FIRST);
    left.addAll(TEXT);
    left.addAll(MATHEMATICS);
    for (String name : BOTH) {
      allowed.put(name, Set.copyOf(left));
      left.add(name);
    }
    allowed.put(FIRST.get(0), Set.of());
    return allowed;
  }

  /** The room of the house a class stands in: the part of its package after {@code sit}. */
  private static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 1 ? parts[1] : "";
  }

  @Test
  void everyClassStandsInARoomOfTheHouse() {
    assertThat(OURS).isNotEmpty();
    assertThat(OURS).allSatisfy(type -> assertThat(directions()).containsKey(room(type)));
  }

  @Test
  void packagesImportOnlyToTheirLeft() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : OURS) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean ours =
            target.getPackageName().startsWith("sit.") && !room(target).equals("grammar");
        if (ours
            && !room(target).equals(room(type))
            && !directions().get(room(type)).contains(room(target))) {
          wrong.add(type.getName() + " -> " + target.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aLibraryHasItsRooms() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : OURS) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        LIBRARIES.forEach(
            (library, rooms) -> {
              if ((target + ".").startsWith(library + ".") && !rooms.contains(room(type))) {
                wrong.add(type.getName() + " -> " + target);
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void exactPackagesHoldNoFloatingPoint() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : OURS) {
      if (!EXACT.contains(room(type))) {
        continue;
      }
      type.getFields().stream()
          .filter(field -> floating(field.getRawType()))
          .forEach(field -> wrong.add(field.getFullName()));
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (floating(unit.getRawReturnType())
            || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::floating)) {
          wrong.add(unit.getFullName());
        }
        for (JavaAccess<?> call : unit.getCallsFromSelf()) {
          String target = call.getTarget().getFullName();
          if (call.getTarget()
                  instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget called
              && (floating(called.getRawReturnType())
                  || called.getRawParameterTypes().stream().anyMatch(ArchitectureTest::floating))) {
            wrong.add(unit.getFullName() + " calls " + target);
          }
        }
      }
    }
    // A local variable leaves no trace in what ArchUnit reads, but its keyword does in the source.
    Pattern keyword = Pattern.compile("\\b(?:double|float|Double|Float)\\b");
    for (String name : EXACT) {
      for (Path file :
          Tree.files(Tree.top().resolve("interpreter/src/main/java/sit/" + name), ".java")) {
        if (keyword.matcher(withoutComments(Tree.text(file))).find()) {
          wrong.add(file.getFileName() + " names a floating-point type");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean floating(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(name);
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)\"(?:\\\\.|[^\"\\\\\\n])*\"|/\\*.*?\\*/|//[^\\n]*", " ");
  }

  @Test
  void onlyTheCheckerMakesTheoremsAndRefutations() {
    constructors()
        .that()
        .areDeclaredInClassesThat()
        .belongToAnyOf(Theorem.class, Refutation.class)
        .should()
        .notBePublic()
        .andShould()
        .notBeProtected()
        .check(CLASSES);
    Set<String> makers = new TreeSet<>();
    for (JavaClass type : OURS) {
      type.getConstructorCallsFromSelf().stream()
          .filter(
              call ->
                  call.getTargetOwner().isEquivalentTo(Theorem.class)
                      || call.getTargetOwner().isEquivalentTo(Refutation.class))
          .forEach(call -> makers.add(room(type)));
    }
    assertThat(makers).isSubsetOf("check");
  }

  @Test
  void onlyTheAppTouchesTheOutsideWorld() {
    noClasses()
        .that()
        .resideOutsideOfPackage("sit.app..")
        .should()
        .accessField(System.class, "in")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a stack trace is printed",
                call -> call.getTarget().getName().equals("printStackTrace")))
        .check(CLASSES);
  }

  @Test
  void staticsCannotChange() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : OURS) {
      type.getFields().stream()
          .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
          .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
          .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
          .forEach(field -> wrong.add(field.getFullName() + " is not final"));
    }
    for (JavaClass type : OURS) {
      wrong.addAll(Immutability.mutableStatics(type.getName()));
    }
    assertThat(wrong).isEmpty();
  }
}
