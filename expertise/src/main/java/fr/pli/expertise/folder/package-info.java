/**
 * Folders of an expertise, deposits in them, and who may have what (E-3 to E-6, E-8, M-4). Start reading at {@link
 * fr.pli.expertise.folder.Access}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "attachment",
            "message",
            "message :: drafting",
            "receipt",
            "receipt :: serving",
            "notification",
            "rights",
            "participants",
            "dossier"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.folder;
