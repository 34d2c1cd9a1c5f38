/**
 * The start page of court staff and experts (D-1, D-10, A-2): pending designations beside expertises. See {@link
 * fr.pli.expertise.workspace.WorkspaceStart}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "rights",
            "dossier",
            "folder",
            "designation",
            "designation :: rows"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.workspace;
