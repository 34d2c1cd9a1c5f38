/**
 * The expertise itself: name, court, provision, states (E-1, E-2). Start reading at {@link
 * fr.pli.expertise.dossier.Expertises}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "notification",
            "receipt :: serving",
            "rights",
            "participants"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.dossier;
