/**
 * Search over everything somebody may see of expertises (S-1). Start reading at {@link fr.pli.expertise.search.Search}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "account", "message", "rights", "participants", "dossier", "folder"})
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.search;
