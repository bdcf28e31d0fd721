package advsys.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Arrows between packages point down only: workbook → lab; chapter → lab and simulation; nobody points up.
@AnalyzeClasses(packages = "advsys", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("advsys..");
    private static final DescribedPredicate<JavaClass> CHAPTERS = OURS.and(
                    not(resideInAnyPackage("advsys.lab..", "advsys.simulation..", "advsys.workbook..")))
            .as("the chapters");

    @ArchTest
    static final ArchRule lab_knowsNobodyElse = classes()
            .that()
            .resideInAPackage("advsys.lab..")
            .should()
            .onlyDependOnClassesThat(not(OURS).or(resideInAPackage("advsys.lab..")))
            .because("the lab is as usable from a test or a console as from a notebook");

    @ArchTest
    static final ArchRule simulation_knowsTheLabOnly = classes()
            .that()
            .resideInAPackage("advsys.simulation..")
            .should()
            .onlyDependOnClassesThat(not(OURS).or(resideInAnyPackage("advsys.lab..", "advsys.simulation..")))
            .allowEmptyShould(true); // there is no simulation yet

    @ArchTest
    static final ArchRule workbook_knowsTheLabOnly = classes()
            .that()
            .resideInAPackage("advsys.workbook..")
            .should()
            .onlyDependOnClassesThat(not(OURS).or(resideInAnyPackage("advsys.lab..", "advsys.workbook..")))
            .because("a kernel that knew a chapter could not run a notebook without it");

    @ArchTest
    static final ArchRule chapters_doNotKnowTheWorkbook =
            noClasses().that(CHAPTERS).should().dependOnClassesThat().resideInAPackage("advsys.workbook..");

    /// But for the software transactional memory, which the literature builds from lock-free parts.
    @ArchTest
    static final ArchRule chapters_doNotKnowOneAnother = slices().matching("advsys.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(), resideInAnyPackage("advsys.lab..", "advsys.simulation.."))
            .ignoreDependency(resideInAPackage("advsys.stm.."), resideInAPackage("advsys.lockfree.."));

    @ArchTest
    static final ArchRule kernelsTwoSides_meetInTheInterfacesOnly = noClasses()
            .that()
            .resideInAPackage("advsys.workbook.kernel.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("advsys.workbook.kernel.jshell..");

    @ArchTest
    static final ArchRule kernelsLanguage_doesNotKnowTheWire = noClasses()
            .that()
            .resideInAPackage("advsys.workbook.kernel.jshell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("advsys.workbook.kernel.wire..")
            .allowEmptyShould(true);
}
