/**
 * The directory of experts (S-3): by name, court of appeal and specialty, and who of them may be designated (D-2). Start
 * reading at {@link fr.pli.expertise.experts.Experts}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "account", "certificate", "privacy"})
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.experts;
