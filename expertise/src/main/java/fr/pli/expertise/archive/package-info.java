/**
 * Everything somebody may see of an expertise as one zip that can be read offline (E-12), and the « bordereau » of
 * numbered exhibits as a PDF (E-11). Start reading at {@link fr.pli.expertise.archive.Archives}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "receipt",
            "receipt :: serving",
            "rights",
            "participants",
            "dossier",
            "folder",
            "digest"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.archive;
