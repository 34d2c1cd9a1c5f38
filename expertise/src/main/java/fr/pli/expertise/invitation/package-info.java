/**
 * What the expert does about parties and participants, and how they are told (E-7): invitations, roles, ends, consent.
 * Start reading at {@link fr.pli.expertise.invitation.InvitationDesk}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "notification",
            "privacy",
            "rights",
            "participants",
            "dossier"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.invitation;
