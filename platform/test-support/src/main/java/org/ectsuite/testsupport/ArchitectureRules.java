package org.ectsuite.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * The rules of architecture that hold for every module of the suite. A module checks them with
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureRules {
 *     ArchitectureTest() {
 *         super("org.ectsuite.ectlog");
 *     }
 * }
 * }</pre>
 *
 * and adds rules of its own with {@link #check(ArchRule)}. Test classes are not looked at.
 */
public abstract class ArchitectureRules {
    private static final Set<String> LAYERS = Set.of(
            "api",
            "controller",
            "controllers",
            "dao",
            "domain",
            "dto",
            "dtos",
            "endpoint",
            "endpoints",
            "entities",
            "entity",
            "exception",
            "exceptions",
            "impl",
            "infrastructure",
            "mapper",
            "mappers",
            "model",
            "models",
            "persistence",
            "repositories",
            "repository",
            "resource",
            "resources",
            "rest",
            "service",
            "services",
            "web");
    private static final Set<String> DRAWERS =
            Set.of("base", "common", "core", "helper", "helpers", "misc", "shared", "util", "utilities", "utils");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Util|Utils|Utility|Helper|Helpers|Impl)");

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String PROBLEM_EXCEPTION = "org.ectsuite.webedge.problem.ProblemException";
    private static final String PANACHE_REPOSITORY = "io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase";
    private static final String REACTIVE_SESSION = "org.hibernate.reactive.mutiny.Mutiny$Session";
    private static final String TEMPLATE_INSTANCE = "io.quarkus.qute.TemplateInstance";
    private static final String TEMPLATE_DATA = "io.quarkus.qute.TemplateData";
    private static final String CHECKED_TEMPLATE = "io.quarkus.qute.CheckedTemplate";
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final List<String> ENTITIES =
            List.of("jakarta.persistence.Entity", "jakarta.persistence.MappedSuperclass");
    private static final List<String> HTTP_METHODS = List.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE",
            "jakarta.ws.rs.HEAD",
            "jakarta.ws.rs.OPTIONS");
    private static final List<String> ACCESS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated",
            "io.quarkus.security.PermissionsAllowed");
    private static final List<String> SESSION_INTERCEPTED = List.of(
            "io.quarkus.hibernate.reactive.panache.common.WithTransaction",
            "io.quarkus.hibernate.reactive.panache.common.WithSession",
            "io.quarkus.hibernate.reactive.panache.common.WithSessionOnDemand",
            "jakarta.transaction.Transactional");

    /** To read the classes takes seconds, and JUnit makes a new object for each test. */
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private final String basePackage;
    private final JavaClasses code;

    /** Looks at the main classes of this package and the packages below. */
    protected ArchitectureRules(String basePackage) {
        this(basePackage, IMPORTED.computeIfAbsent(basePackage, ArchitectureRules::importMain));
    }

    ArchitectureRules(String basePackage, JavaClasses code) {
        this.basePackage = basePackage;
        this.code = code;
    }

    /** The classes the rules look at. */
    protected final JavaClasses code() {
        return code;
    }

    /** Fails with every violation of a rule; a rule that finds nothing to look at holds. */
    protected final void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(code);
    }

    @Test
    void there_is_code_to_look_at() {
        Assertions.assertThat(code)
                .as("main classes of %s on the class path", basePackage)
                .isNotEmpty();
    }

    @Test
    void features_have_no_cycles() {
        check(slices().matching(basePackage + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void packages_are_features_and_neither_layers_nor_drawers() {
        check(classes().should(condition("live in a package named for a feature", (type, events) -> {
            var below = type.getPackageName().substring(basePackage.length());
            for (var segment : below.split("\\.", -1)) {
                if (LAYERS.contains(segment) || DRAWERS.contains(segment)) {
                    violated(events, type, "lives in package %s".formatted(type.getPackageName()));
                }
            }
        })));
    }

    @Test
    void class_names_say_what_the_class_is() {
        check(classes().should(condition("have a name that says something", (type, events) -> {
            if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                violated(events, type, "has a name that says nothing");
            }
        })));
    }

    @Test
    void packages_are_null_marked() {
        check(classes().should(condition("live in a package annotated @NullMarked", (type, events) -> {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NULL_MARKED)) {
                violated(events, type, "lives in %s, which is not @NullMarked".formatted(home.getName()));
            }
        })));
    }

    @Test
    void endpoints_show_no_entities() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(PATH)
                .and()
                .areNotPrivate()
                .should(methodCondition("show no entity in their signature", (method, events) -> {
                    var shown = new HashSet<>(method.getReturnType().getAllInvolvedRawTypes());
                    method.getParameterTypes().forEach(type -> shown.addAll(type.getAllInvolvedRawTypes()));
                    shown.stream()
                            .filter(ArchitectureRules::isEntity)
                            .forEach(entity ->
                                    violated(events, method, "shows the entity %s".formatted(entity.getName())));
                })));
    }

    @Test
    void entities_stay_inside_their_feature() {
        check(classes()
                .that(isEntityType())
                .should(condition(
                        "be known in their own package only",
                        (entity, events) -> entity.getDirectDependenciesToSelf().stream()
                                .map(dependency -> dependency.getOriginClass())
                                .filter(user -> !user.getPackageName().equals(entity.getPackageName()))
                                .distinct()
                                .forEach(
                                        user -> violated(events, entity, "is used by %s".formatted(user.getName()))))));
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        check(methods()
                .that(isEndpoint())
                .should(methodCondition("carry an access annotation, or their class", (method, events) -> {
                    boolean said = ACCESS.stream()
                            .anyMatch(access -> method.isAnnotatedWith(access)
                                    || method.isMetaAnnotatedWith(access)
                                    || method.getOwner().isAnnotatedWith(access)
                                    || method.getOwner().isMetaAnnotatedWith(access));
                    if (!said) {
                        violated(events, method, "does not say who may call it");
                    }
                })));
    }

    @Test
    void endpoints_throw_only_problems() {
        check(classes()
                .that()
                .areAnnotatedWith(PATH)
                .should(neverUse(
                        "an exception other than ProblemException",
                        access -> isConstructor(access)
                                && access.getTargetOwner().isAssignableTo(Throwable.class)
                                // The compiler writes it into every exhaustive switch.
                                && !access.getTargetOwner().isEquivalentTo(MatchException.class)
                                && !access.getTargetOwner().isAssignableTo(PROBLEM_EXCEPTION))));
    }

    @Test
    void time_comes_from_a_clock() {
        check(classes().should(neverUse("the system's time past the Clock", ArchitectureRules::readsSystemTime)));
    }

    @Test
    void chance_comes_from_a_secure_source() {
        check(classes()
                .should(neverUse(
                        "chance that can be guessed",
                        access -> isGuessable(access.getTargetOwner())
                                || (access.getTargetOwner().isEquivalentTo(Math.class)
                                        && "random".equals(access.getName())))));
    }

    @Test
    void nothing_is_printed() {
        check(noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
        check(classes()
                .should(neverUse(
                        "a printed stack trace",
                        access -> "printStackTrace".equals(access.getName())
                                && access.getTargetOwner().isAssignableTo(Throwable.class))));
    }

    @Test
    void nothing_sleeps() {
        check(classes()
                .should(neverUse(
                        "a sleep",
                        access -> "sleep".equals(access.getName())
                                && (access.getTargetOwner().isEquivalentTo(Thread.class)
                                        || access.getTargetOwner().isEquivalentTo(TimeUnit.class)))));
    }

    /**
     * Hibernate Reactive mixes up entities that are removed at once on two threads (HR000069), and the requests hang.
     * A statement, {@code repository.delete("id", id)}, has no part in that.
     */
    @Test
    void rows_are_removed_by_a_statement() {
        check(classes().should(neverUse("the removal of an entity", ArchitectureRules::removesEntity)));
    }

    /** A native program finds members of a value in a template only if the class of the value was named when it was built. */
    @Test
    void templates_can_read_in_a_native_program_what_they_are_given() {
        check(classes()
                .that(areTemplates())
                .should(condition("be given data that are annotated @TemplateData", (template, events) -> {
                    Set<JavaClass> shown = new HashSet<>();
                    template.getFields()
                            .forEach(field -> shown.addAll(field.getType().getAllInvolvedRawTypes()));
                    template.getMethods()
                            .forEach(method -> method.getParameterTypes()
                                    .forEach(type -> shown.addAll(type.getAllInvolvedRawTypes())));
                    lookAtShown(template, shown, new HashSet<>(), events);
                })));
    }

    private void lookAtShown(JavaClass template, Set<JavaClass> shown, Set<JavaClass> seen, ConditionEvents events) {
        for (JavaClass type : shown) {
            if (!type.getPackageName().startsWith(basePackage) || type.isEnum() || !seen.add(type)) {
                continue;
            }
            if (!type.isAssignableTo(TEMPLATE_INSTANCE) && !type.isAnnotatedWith(TEMPLATE_DATA)) {
                violated(events, template, "is given %s, which is not @TemplateData".formatted(type.getName()));
            }
            Set<JavaClass> parts = new HashSet<>();
            type.getFields().forEach(field -> parts.addAll(field.getType().getAllInvolvedRawTypes()));
            lookAtShown(template, parts, seen, events);
        }
    }

    @Test
    void dependencies_come_through_constructors() {
        check(noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("io.smallrye.config.ConfigMapping"));
    }

    @Test
    void transactions_start_where_interceptors_see_the_call() {
        check(methods()
                .that(isSessionIntercepted())
                .should(methodCondition("be callable through their bean, and only so", (method, events) -> {
                    if (method.getModifiers().contains(JavaModifier.PRIVATE)) {
                        violated(events, method, "is private: its transaction never starts");
                    }
                    method.getAccessesToSelf().stream()
                            .filter(access -> isSelfCall(access, method))
                            .forEach(access -> violated(
                                    events,
                                    method,
                                    "is called by its own class, past the interceptor: %s"
                                            .formatted(access.getDescription())));
                })));
    }

    private static JavaClasses importMain(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
    }

    private static boolean isSelfCall(JavaAccess<?> access, JavaMethod method) {
        return access.getOriginOwner().equals(method.getOwner());
    }

    private static boolean readsSystemTime(JavaCodeUnitAccess<?> access) {
        var owner = access.getTargetOwner();
        var parameters = access.getTarget().getRawParameterTypes();
        if ("now".equals(access.getName()) && owner.getPackageName().equals("java.time")) {
            return parameters.stream().noneMatch(type -> type.isAssignableTo(Clock.class));
        }
        return (owner.isEquivalentTo(System.class) && "currentTimeMillis".equals(access.getName()))
                || (owner.isEquivalentTo(Date.class) && isConstructor(access) && parameters.isEmpty());
    }

    private static boolean isGuessable(JavaClass type) {
        return type.isAssignableTo(Random.class) && !type.isAssignableTo(SecureRandom.class);
    }

    private static boolean removesEntity(JavaCodeUnitAccess<?> access) {
        var owner = access.getTargetOwner();
        boolean takesOne = access.getTarget().getRawParameterTypes().size() == 1
                && access.getTarget().getRawParameterTypes().getFirst().isEquivalentTo(Object.class);
        return switch (access.getName()) {
            // A statement is a text with parameters.
            case "delete", "deleteById" -> takesOne && owner.isAssignableTo(PANACHE_REPOSITORY);
            case "remove", "removeAll" -> owner.isAssignableTo(REACTIVE_SESSION);
            default -> false;
        };
    }

    private static boolean isConstructor(JavaCodeUnitAccess<?> access) {
        return "<init>".equals(access.getName());
    }

    private static boolean isEntity(JavaClass type) {
        return ENTITIES.stream().anyMatch(type::isAnnotatedWith);
    }

    private static DescribedPredicate<JavaClass> isEntityType() {
        return DescribedPredicate.describe("are entities", ArchitectureRules::isEntity);
    }

    private static DescribedPredicate<JavaClass> areTemplates() {
        return DescribedPredicate.describe(
                "are templates",
                type -> (type.isRecord() && type.isAssignableTo(TEMPLATE_INSTANCE))
                        || type.isAnnotatedWith(CHECKED_TEMPLATE));
    }

    private static DescribedPredicate<JavaMethod> isEndpoint() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> !method.getOwner().isInterface()
                        && HTTP_METHODS.stream().anyMatch(method::isAnnotatedWith));
    }

    private static DescribedPredicate<JavaMethod> isSessionIntercepted() {
        return DescribedPredicate.describe(
                "run in a session or transaction",
                method -> SESSION_INTERCEPTED.stream().anyMatch(method::isAnnotatedWith));
    }

    /** Looks at calls and at method references alike. */
    private static ArchCondition<JavaClass> neverUse(String what, Predicate<JavaCodeUnitAccess<?>> forbidden) {
        return condition("never use " + what, (type, events) -> {
            type.getCodeUnitAccessesFromSelf().stream()
                    .filter(forbidden)
                    .forEach(access -> violated(events, type, "uses " + what + ": " + access.getDescription()));
        });
    }

    /** What a condition does with one element. */
    @FunctionalInterface
    private interface Look<T> {
        void at(T element, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Look<JavaClass> look) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                look.at(type, events);
            }
        };
    }

    private static ArchCondition<JavaMethod> methodCondition(String description, Look<JavaMethod> look) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                look.at(method, events);
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String what) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + " " + what));
    }

    private static void violated(ConditionEvents events, JavaMember member, String what) {
        events.add(SimpleConditionEvent.violated(member, member.getFullName() + " " + what));
    }
}
