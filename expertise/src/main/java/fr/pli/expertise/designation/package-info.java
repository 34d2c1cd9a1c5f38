/**
 * Designation of an expert (D-1 to D-9): a package for one expert, answered once. Start reading at {@link
 * fr.pli.expertise.designation.Move} for what may happen, {@link fr.pli.expertise.designation.Designations} for who sees
 * it, {@link fr.pli.expertise.designation.PackageRule} for who has its files.
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
            "privacy",
            "certificate",
            "rights",
            "participants",
            "dossier",
            "folder",
            "departure",
            "case-statistics",
            "experts",
            "experts :: choosing"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.designation;
