/**
 * The board that shows which document reached whom (E-9, CPC 16). Start reading at {@link
 * fr.pli.expertise.contradictoire.Boards}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "notification",
            "rights",
            "participants",
            "dossier",
            "folder",
            "digest"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.contradictoire;
