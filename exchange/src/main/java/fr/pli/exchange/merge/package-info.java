/**
 * Merging two accounts of one human being (C-6): asked for by the person, decided by an operator after a dry run, and undone
 * within a window. Start reading at {@link fr.pli.exchange.merge.Merges}; what each feature does stands in its bean of
 * {@link fr.pli.exchange.account.Merging}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "certificate"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.merge;
