/**
 * What was deposited is told once a night to each person who may see it (N-4). Start reading at {@link
 * fr.pli.expertise.digest.NightlyDigests}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "message",
            "notification",
            "rights",
            "participants",
            "dossier",
            "folder"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.digest;
