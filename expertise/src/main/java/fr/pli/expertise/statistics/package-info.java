/**
 * What an expert, a magistrat or a greffier reads of their own expertises in numbers (S-2), cut to what they may see. Start
 * reading at {@link fr.pli.expertise.statistics.CaseStatistics}; pages and calls are the application's.
 */
@org.springframework.modulith.ApplicationModule(
        id = "case-statistics",
        allowedDependencies = {"platform", "account", "message", "rights", "participants", "dossier", "folder"})
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.statistics;
