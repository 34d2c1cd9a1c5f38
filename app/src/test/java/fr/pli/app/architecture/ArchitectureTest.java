package fr.pli.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import fr.pli.app.Pli;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    /** Without tests, be they a folder of this module or the jar of another one's. */
    private static final ImportOption NO_TESTS =
            location -> new ImportOption.DoNotIncludeTests().includes(location) && !location.contains("-tests.jar");

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("fr.pli");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("fr.pli.app.architecture.planted");

    static List<ArchRule> rules() {
        return Rules.ALL;
    }

    @Test
    void eachFeatureKnowsOnlyThoseBeforeIt() {
        ApplicationModules.of(Pli.class, NO_TESTS).verify();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @Test
    void whatTheExpertiseMayNameOfTheExchangeExistsAndIsPublic() {
        assertThat(ExchangeApi.names())
                .allSatisfy(name -> assertThat(PRODUCT.get(name).getModifiers()).contains(JavaModifier.PUBLIC));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsAPlantedFault(ArchRule rule) {
        assertThat(rule.allowEmptyShould(true).evaluate(PLANTED).hasViolation()).isTrue();
    }
}
